using AgentOS.Data;
using AgentOS.Tools;

namespace AgentOS.Runtime.Pipeline;

/// <summary>Resolves an input's references: first against what the conversation speaks of, then within the tenant.</summary>
internal static class ReferenceBinding
{
    /// <returns>Why a reference could not be resolved, or <see langword="null"/> when all are.</returns>
    public static async ValueTask<ToolError?> ResolveAsync(BoundArguments bound, Focus focus, IReferenceResolver resolver, CancellationToken cancel)
    {
        foreach (var reference in bound.References)
        {
            var entity = reference.Entity.Name;
            switch (Deixis.Read(reference.Text))
            {
                case { Position: 0 }:
                    if (focus.Last(entity) is not { } last)
                        return new ToolError("missing_argument", $"It is not clear which {Words(entity)} is meant. Ask for its name or number.", Argument(entity));
                    reference.ResolveTo(last.Id);
                    continue;
                case { Position: var position }:
                    if (focus.Nth(entity, position) is not { } nth)
                        return new ToolError("not_found", $"There is no such {Words(entity)} in what was last shown. Ask for its name or number.", Argument(entity));
                    reference.ResolveTo(nth.Id);
                    continue;
            }

            var match = await resolver.ResolveAsync(reference, cancel);
            if (match.Id is { } id) reference.ResolveTo(id);
            else if (Remembered(focus, entity, match.Candidates) is { } meant) reference.ResolveTo(meant);
            else return Unresolved(reference, entity, match.Candidates);
        }

        return null;
    }

    /// <summary>Of several that fit, the one that was just spoken of is meant.</summary>
    private static Guid? Remembered(Focus focus, string entity, IReadOnlyList<Mention> candidates)
    {
        if (candidates.Count < 2) return null;
        var spoken = candidates.Where(c => focus.Latest.Count <= 1 && focus.Last(entity)?.Id == c.Id).ToList();
        return spoken.Count == 1 ? spoken[0].Id : null;
    }

    private static ToolError Unresolved(Reference reference, string entity, IReadOnlyList<Mention> candidates) => candidates.Count switch
    {
        0 => new ToolError("not_found", $"There is no {Words(entity)} '{reference.Text}'.", Argument(entity)),
        _ => new ToolError("ambiguous", $"'{reference.Text}' may be {string.Join(" or ", candidates.Take(3).Select(c => c.Label))}. Ask which one is meant.", Argument(entity), [.. candidates.Take(3)]),
    };

    private static string Argument(string entity) => char.ToLowerInvariant(entity[0]) + entity[1..];

    private static string Words(string entity) => string.Concat(entity.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
