namespace AgentOS.Knowledge.Index.Qdrant.Wire;

internal sealed record Filter(IReadOnlyList<Condition> Must, IReadOnlyList<Condition>? MustNot = null);

/// <summary>One of a field's match, a field's range, or the points' ids.</summary>
internal sealed record Condition
{
    public string? Key { get; init; }

    public Match? Match { get; init; }

    public Range? Range { get; init; }

    public IReadOnlyList<Guid>? HasId { get; init; }
}

/// <summary>Equal to the value, or to any of several; a field of several values matches when one of them does.</summary>
internal sealed record Match(string? Value = null, IReadOnlyList<string>? Any = null);

internal sealed record Range(int? Gte = null, int? Lte = null);
