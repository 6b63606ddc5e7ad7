using AgentOS.Understanding.Frames;

namespace AgentOS.Understanding.Slots;

/// <summary>Tokens that fill an argument.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Prefix">Letters of the first token that are not part of it.</param>
internal readonly record struct SlotSpan(Argument Argument, int Start, int End, int Prefix)
{
    /// <summary>The record's own name, where it is known and was said otherwise.</summary>
    public string? Name { get; init; }
}
