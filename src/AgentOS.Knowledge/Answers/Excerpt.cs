namespace AgentOS.Knowledge.Answers;

/// <summary>A part of a passage that can be quoted alone: a sentence, a list item or a table's row.</summary>
/// <param name="Text">The words to quote; of a row, <c>head: value · head: value</c>.</param>
/// <param name="Head">What it cannot be understood without and is not quoted: the sentence before a list.</param>
/// <param name="Continues">Whether it goes on where the sentence before it ended.</param>
internal sealed record Excerpt(string Text, string Head = "", bool Continues = false);
