using System.Text;
using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.PublicSets;

/// <summary>Puts words and their B-, I- and O-tags together into an utterance with slots. An I- without its B- begins a slot.</summary>
internal sealed class TaggedWords
{
    private readonly StringBuilder text = new();
    private readonly List<LabelledSlot> slots = [];
    private string? open;

    public bool IsEmpty => text.Length == 0;

    public void Add(string word, string tag)
    {
        if (text.Length > 0) text.Append(' ');
        var start = text.Length;
        text.Append(word);
        var name = tag.Length > 2 && tag[1] == '-' ? tag[2..] : null;
        if (name is not null && tag[0] == 'I' && name == open) slots[^1] = slots[^1] with { End = text.Length };
        else if (name is not null) slots.Add(new LabelledSlot(name, start, text.Length));
        open = name;
    }

    /// <summary>What was put together; then it begins anew.</summary>
    public LabelledUtterance Take(string intent)
    {
        var utterance = new LabelledUtterance(text.ToString(), intent, [.. slots]);
        text.Clear();
        slots.Clear();
        open = null;
        return utterance;
    }
}
