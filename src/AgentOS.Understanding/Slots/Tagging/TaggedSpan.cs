namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Tokens that fill a slot.</summary>
/// <param name="Label">The slot's number.</param>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Prefix">Letters of the first token that are not part of it.</param>
/// <param name="Strength">How much more there is for it than against it.</param>
internal readonly record struct TaggedSpan(int Label, int Start, int End, int Prefix, float Strength);
