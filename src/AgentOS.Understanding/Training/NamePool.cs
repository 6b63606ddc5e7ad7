using System.Text;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Training;

/// <summary>Names to exchange for those in the examples: of the same entity, or invented ones.</summary>
internal sealed class NamePool(int seed)
{
    private readonly Random random = new(seed);
    private readonly Dictionary<string, List<string>> invented = BuiltIn.Read<Dictionary<string, List<string>>>("names.yaml");
    private readonly Dictionary<(string Entity, string Language), List<string>> said = [];

    public void Learn(ToolFrame frame, string language, MarkedText example)
    {
        foreach (var mark in example.Marks)
        {
            if (KindOf(frame, mark) is not { } entity) continue;
            var words = example.Text[mark.Start..mark.End];
            if (!IsName(words)) continue;
            if (!said.TryGetValue((entity, language), out var names)) said[(entity, language)] = names = [];
            if (!names.Contains(words)) names.Add(words);
        }
    }

    /// <summary>The example with other names; <see langword="null"/> when it has none.</summary>
    public MarkedText? Exchange(ToolFrame frame, string language, MarkedText example)
    {
        var text = new StringBuilder(example.Text.Length + 16);
        var marks = new List<MarkedText.Mark>();
        var at = 0;
        var changed = false;
        foreach (var mark in example.Marks)
        {
            text.Append(example.Text, at, mark.Start - at);
            var words = example.Text[mark.Start..mark.End];
            if (KindOf(frame, mark) is { } entity && IsName(words))
            {
                var elided = mark.Start > 0 && example.Text[mark.Start - 1] == 'ل' && words.StartsWith('ل');
                var other = Pick(entity, language);
                words = elided && !other.StartsWith("ال", StringComparison.Ordinal) ? other : elided ? other[1..] : other;
                changed = true;
            }

            marks.Add(mark with { Start = text.Length, End = text.Length + words.Length });
            text.Append(words);
            at = mark.End;
        }

        text.Append(example.Text, at, example.Text.Length - at);
        return changed ? new MarkedText(text.ToString(), marks) : null;
    }

    /// <summary>What a mark names: an entity, or, for a record that is yet to be, its kind of name.</summary>
    private static string? KindOf(ToolFrame frame, MarkedText.Mark mark) => frame.Find(mark.Argument) switch
    {
        { Entity: { } entity } => entity,
        { IsName: true } argument => argument.Name,
        _ => null,
    };

    private string Pick(string entity, string language)
    {
        var strangers = invented.TryGetValue(language, out var names) ? names : invented["en"];
        var pool = random.Next(2) == 0 && said.TryGetValue((entity, language), out var own) ? own : strangers;
        var name = pool[random.Next(pool.Count)];
        return random.Next(3) == 0 ? name.ToLowerInvariant() : name;
    }

    private static bool IsName(string words)
    {
        var tokens = Tokenizer.Tokenize(words);
        return tokens.Count > 0 && tokens.All(t => t.Kind == TokenKind.Word)
            && ReferenceWords.Canonical(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens), _ => false) is null;
    }
}
