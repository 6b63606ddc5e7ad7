namespace AgentOS.Understanding.Lexicons;

/// <summary>Tokens that the lexicon knows, and one class of theirs.</summary>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Class">Index into <see cref="Lexicon.Classes"/>.</param>
internal readonly record struct LexiconMatch(int Start, int End, int Class);
