using System.Text;

namespace AgentOS.Understanding.Frames;

/// <summary>An example's text without its marks, and where the arguments stand in it.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<MarkedText.Mark> Marks)
{
    /// <summary>Words that stand for an argument.</summary>
    internal readonly record struct Mark(int Start, int End, string Argument, string? Value);

    public static MarkedText Parse(string example)
    {
        var text = new StringBuilder(example.Length);
        var marks = new List<Mark>();
        var at = 0;
        while (at < example.Length)
        {
            if (example[at] == '[' && example.IndexOf("](", at, StringComparison.Ordinal) is > 0 and var middle && example.IndexOf(')', middle) is > 0 and var end)
            {
                var words = example[(at + 1)..middle];
                var name = example[(middle + 2)..end].Split('=', 2, StringSplitOptions.TrimEntries);
                marks.Add(new Mark(text.Length, text.Length + words.Length, name[0], name.Length == 2 ? name[1] : null));
                text.Append(words);
                at = end + 1;
            }
            else
            {
                text.Append(example[at++]);
            }
        }

        return new MarkedText(text.ToString(), marks);
    }
}
