namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What a token is within an utterance's slots.</summary>
/// <param name="Label">The slot's number, or that of being outside.</param>
/// <param name="Begins">Whether it is the slot's first token.</param>
/// <param name="Ends">Whether it is the slot's last token.</param>
/// <param name="Prefix">Letters of the slot's first token that are not part of it.</param>
internal readonly record struct TokenLabel(int Label, bool Begins, bool Ends, int Prefix = 0);
