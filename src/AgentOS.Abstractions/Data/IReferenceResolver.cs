using AgentOS.Tools;

namespace AgentOS.Data;

/// <summary>Finds the record that somebody means.</summary>
public interface IReferenceResolver
{
    /// <summary>Resolves within the transaction's tenant: by id, number, exact name, alias, then similar name in either script.</summary>
    ValueTask<ReferenceMatch> ResolveAsync(Reference reference, CancellationToken cancel);
}

/// <summary>What a reference was found to stand for.</summary>
/// <param name="Id">The one record meant, or <see langword="null"/>.</param>
/// <param name="Candidates">When no single record is meant: at most three that may be, best first; empty when nothing is similar.</param>
public sealed record ReferenceMatch(Guid? Id, IReadOnlyList<Mention> Candidates)
{
    /// <summary>Exactly one record.</summary>
    public static ReferenceMatch One(Guid id) => new(id, []);

    /// <summary>Several, or none.</summary>
    public static ReferenceMatch Among(IReadOnlyList<Mention> candidates) => new(null, candidates);
}
