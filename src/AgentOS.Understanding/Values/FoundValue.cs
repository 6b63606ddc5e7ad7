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
}

/// <summary>A value found in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Value">decimal, <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="TimeSpan"/>, <see cref="Amount"/> or string.</param>
internal readonly record struct FoundValue(ValueKind Kind, int Start, int End, object Value);

/// <summary>A sum of money as said; without a currency when none was said.</summary>
internal sealed record Amount(decimal Value, string? Currency);
