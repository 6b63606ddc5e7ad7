namespace AgentOS.Understanding.Values;

/// <summary>Kinds of values that are recognised by form.</summary>
internal enum ValueKind : byte
{
    Number,
    Ordinal,
    Money,
    Percent,
    Date,
    Time,
    Duration,
    Phone,
    Email,
    Code,
    Quantity,
    Period,
    Recurrence,
    Url,
}

/// <summary>A value found in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Value">
/// decimal, int (an ordinal), <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="TimeSpan"/>, <see cref="Amount"/>,
/// <see cref="Quantity"/>, <see cref="DateRange"/>, <see cref="Recurrence"/> or string.
/// </param>
internal readonly record struct FoundValue(ValueKind Kind, int Start, int End, object Value);

/// <summary>A sum of money as said; without a currency when none was said.</summary>
internal sealed record Amount(decimal Value, string? Currency);

/// <summary>So much of a unit.</summary>
/// <param name="Value">How much.</param>
/// <param name="Unit">The unit's usual sign or its English name in the singular: <c>kg</c>, <c>l</c>, <c>carton</c>.</param>
internal sealed record Quantity(decimal Value, string Unit);

/// <summary>A row of days, both ends belonging to it.</summary>
internal sealed record DateRange(DateOnly From, DateOnly To);

/// <summary>Something that comes again.</summary>
/// <param name="Every">After how many units.</param>
/// <param name="Unit"><c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c>, <c>quarter</c> or <c>year</c>.</param>
/// <param name="On">The day of the week, where one is said.</param>
internal sealed record Recurrence(int Every, string Unit, DayOfWeek? On = null);
