namespace AgentOS.Knowledge.Documents;

/// <summary>By what places in a kind of document are counted.</summary>
internal enum PlaceUnit
{
    Line,
    Page,
    Row,
    Paragraph,
}

/// <summary>Where something stands in its source.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="From">The first, from 1.</param>
/// <param name="To">The last.</param>
internal readonly record struct Place(PlaceUnit Unit, int From, int To)
{
    public static Place At(PlaceUnit unit, int at) => new(unit, at, at);

    /// <summary>The stretch that covers both.</summary>
    public Place With(Place other) => new(Unit, Math.Min(From, other.From), Math.Max(To, other.To));

    /// <summary>For people: <c>line 3</c>, <c>pages 2–4</c>.</summary>
    public override string ToString()
    {
        var unit = Unit.ToString().ToLowerInvariant();
        return From == To ? $"{unit} {From}" : $"{unit}s {From}–{To}";
    }
}
