namespace AgentOS.Understanding.Frames;

/// <summary>What an argument holds, by the type that the tool gave it.</summary>
internal enum ArgumentKind : byte
{
    Text,
    Reference,
    Whole,
    Decimal,
    Money,
    Choice,
    Date,
    Moment,
    Time,
    Duration,
    Flag,
}

/// <summary>An argument of a tool, or a property of a list's items.</summary>
/// <param name="Path">Its JSON path: <c>customer</c>, <c>lines.product</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">Whether the call (or the item) needs it.</param>
/// <param name="Description">What it is, in English, for a person.</param>
internal sealed record Argument(string Path, ArgumentKind Kind, bool Required, string Description)
{
    /// <summary>The entity that a reference stands for.</summary>
    public string? Entity { get; init; }

    /// <summary>An enumeration's values as JSON has them.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the argument (or, for an item's property, the list it belongs to) takes several values.</summary>
    public bool Many { get; init; }

    /// <summary>For an item's property: whether the list itself is required.</summary>
    public bool ListRequired { get; init; }

    /// <summary>Whether it is the whole request as it was said.</summary>
    public bool IsAsSaid { get; init; }

    /// <summary>Of a whole request: the entity whose records it speaks of.</summary>
    public string? About { get; init; }

    /// <summary>What the tagger learns it as: arguments of one name and kind share what is learnt, whatever their tool.</summary>
    public string Label { get; } = $"{Path}:{Kind}";

    /// <summary>Whether it is the name of a record that is yet to be.</summary>
    public bool IsName => Kind == ArgumentKind.Text && Name is "name" or "company" or "customerName" or "companyName";

    /// <summary>The list's name for an item's property, otherwise <see langword="null"/>.</summary>
    public string? List => Path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Path[..dot] : null;

    /// <summary>The name without the list's.</summary>
    public string Name => Path[(Path.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
