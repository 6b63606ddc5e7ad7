using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>What an encoder's scores stand for.</summary>
internal sealed class EncoderOutputs
{
    private readonly Dictionary<string, int> slotNumbers = new(StringComparer.Ordinal);
    private readonly string[] intents;
    private readonly bool knowsOutside;

    private EncoderOutputs(string[] intents, bool knowsOutside, string[] slots)
    {
        (this.intents, this.knowsOutside, Labels) = (intents, knowsOutside, new SlotLabels(slots));
        for (var i = 0; i < slots.Length; i++) slotNumbers[slots[i]] = i;
    }

    /// <summary>The intents in the order of their scores, which is that of their names.</summary>
    public IReadOnlyList<string> Intents => intents;

    /// <summary>How many scores there are of an utterance: the intents, and being out of scope if training had such utterances.</summary>
    public int Classes => intents.Length + (knowsOutside ? 1 : 0);

    /// <summary>The slots, in the order of their names, and how a token's scores are laid out.</summary>
    public SlotLabels Labels { get; }

    public static EncoderOutputs Of(IReadOnlyList<LabelledUtterance> training) => new(
        [.. training.Where(u => u.Intent is not null).Select(u => u.Intent!).Distinct().Order(StringComparer.Ordinal)],
        training.Any(u => u.Intent is null),
        [.. training.SelectMany(u => u.Slots).Select(s => s.Name).Distinct().Order(StringComparer.Ordinal)]);

    public int IntentOf(LabelledUtterance utterance) => utterance.Intent is null ? intents.Length : Array.BinarySearch(intents, utterance.Intent, StringComparer.Ordinal);

    /// <summary>What each token is within the utterance's slots; a token belongs to the first slot that reaches into it.</summary>
    public TokenLabel[] LabelsOf(LabelledUtterance utterance, IReadOnlyList<Token> tokens)
    {
        var own = new TokenLabel[Math.Max(1, tokens.Count)];
        Array.Fill(own, new TokenLabel(Labels.Outside, false, false));
        foreach (var slot in utterance.Slots)
        {
            if (!slotNumbers.TryGetValue(slot.Name, out var number)) continue;
            var (first, last) = (-1, -1);
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].End <= slot.Start || tokens[i].Start >= slot.End || own[i].Label != Labels.Outside) continue;
                if (first < 0) first = i;
                last = i;
            }

            for (var i = first; first >= 0 && i <= last; i++) own[i] = new TokenLabel(number, i == first, i == last);
        }

        return own;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(knowsOutside);
        Write(writer, intents);
        Write(writer, Labels.Names);
    }

    public static EncoderOutputs Read(BinaryReader reader)
    {
        var knowsOutside = reader.ReadBoolean();
        return new EncoderOutputs(Names(reader), knowsOutside, Names(reader));
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (var name in names) writer.Write(name);
    }

    private static string[] Names(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++) names[i] = reader.ReadString();
        return names;
    }
}
