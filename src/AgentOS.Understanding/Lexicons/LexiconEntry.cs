namespace AgentOS.Understanding.Lexicons;

/// <summary>A word or a fixed phrase, and the class that it belongs to.</summary>
/// <param name="Class">A dotted path, such as food.fruit.</param>
/// <param name="Text">As written in the word list, not folded.</param>
/// <param name="File">The list's file, for messages.</param>
/// <param name="Line">The line in that file.</param>
internal readonly record struct LexiconEntry(string Class, string Text, string File, int Line)
{
    /// <summary>Where it was written.</summary>
    public string Source => $"{File}:{Line}";
}
