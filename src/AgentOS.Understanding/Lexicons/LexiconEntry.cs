namespace AgentOS.Understanding.Lexicons;

/// <summary>A word or a fixed phrase, and the class that it belongs to.</summary>
/// <param name="Class">A dotted path, such as food.fruit.</param>
/// <param name="Text">As written in the word list, not folded.</param>
/// <param name="Source">Where it was written, for messages.</param>
internal readonly record struct LexiconEntry(string Class, string Text, string Source);
