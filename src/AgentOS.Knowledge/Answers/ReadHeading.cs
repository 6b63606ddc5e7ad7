using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers;

/// <summary>A title or a heading and what it says.</summary>
internal sealed class ReadHeading(string text)
{
    /// <summary>What it says as a whole, as keys of <see cref="Glossary"/>.</summary>
    public HashSet<string> Keys { get; } = Glossary.Instance.KeysOf(text);

    /// <summary>Its words, and what each says by itself.</summary>
    public IReadOnlyList<(string Folded, HashSet<string> Keys)> Words { get; } = [.. Word.In(text).Select(w => (w.Folded, Glossary.Instance.KeysOf(w.Text)))];
}
