using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Phrases and words that filled slots in training, with how often they did.</summary>
internal sealed class SeenPhrases
{
    /// <summary>A phrase's most tokens.</summary>
    public const int Longest = 6;

    private readonly Dictionary<ulong, Count[]> phrases = [];
    private readonly Dictionary<ulong, Count[]> members = [];
    private readonly Dictionary<ulong, int> totals = [];
    private readonly HashSet<ulong> beginnings = [];

    /// <summary>How often a slot was filled so.</summary>
    internal record struct Count(int Label, int Times);

    public void Learn(IReadOnlyList<Token> tokens, TokenLabel[] labels, int outside)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = Word(tokens[i], labels[i]);
            totals[word] = totals.GetValueOrDefault(word) + 1;
            if (labels[i].Label == outside) continue;
            Add(members, word, labels[i].Label);
            if (!labels[i].Begins) continue;
            var phrase = word;
            var end = i;
            while (!labels[end].Ends)
            {
                if (end - i < Longest - 1) beginnings.Add(phrase);
                phrase = Hash.Join(phrase, Hash.Of(tokens[++end].Norm));
            }

            if (end - i < Longest) Add(phrases, phrase, labels[i].Label);
        }
    }

    /// <summary>A word as it is learnt: without the particles that are not part of the slot.</summary>
    public static ulong Word(in Token token, in TokenLabel label) => Hash.Of(Particles.Rest(token.Norm, label.Prefix));

    /// <summary>The slots that a phrase filled, by the hashes of its words joined.</summary>
    public ReadOnlySpan<Count> Phrase(ulong hash) => phrases.GetValueOrDefault(hash);

    /// <summary>Whether a longer phrase begins so.</summary>
    public bool GoesOn(ulong hash) => beginnings.Contains(hash);

    /// <summary>The slots that a word was part of, and how often it was seen at all.</summary>
    public ReadOnlySpan<Count> Member(ulong word, out int total)
    {
        total = totals.GetValueOrDefault(word);
        return members.GetValueOrDefault(word);
    }

    public void Write(BinaryWriter writer)
    {
        Write(writer, phrases);
        Write(writer, members);
        writer.Write(totals.Count);
        foreach (var (word, times) in totals.OrderBy(p => p.Key))
        {
            writer.Write(word);
            writer.Write7BitEncodedInt(times);
        }

        writer.Write(beginnings.Count);
        foreach (var phrase in beginnings.Order()) writer.Write(phrase);
    }

    public static SeenPhrases Read(BinaryReader reader)
    {
        var seen = new SeenPhrases();
        Read(reader, seen.phrases);
        Read(reader, seen.members);
        for (var count = reader.ReadInt32(); count > 0; count--) seen.totals.Add(reader.ReadUInt64(), reader.Read7BitEncodedInt());
        for (var count = reader.ReadInt32(); count > 0; count--) seen.beginnings.Add(reader.ReadUInt64());
        return seen;
    }

    private static void Add(Dictionary<ulong, Count[]> table, ulong key, int label)
    {
        if (!table.TryGetValue(key, out var counts)) counts = [];
        var at = Array.FindIndex(counts, c => c.Label == label);
        if (at < 0) table[key] = [.. counts, new Count(label, 1)];
        else counts[at].Times++;
    }

    private static void Write(BinaryWriter writer, Dictionary<ulong, Count[]> table)
    {
        writer.Write(table.Count);
        foreach (var (hash, counts) in table.OrderBy(p => p.Key))
        {
            writer.Write(hash);
            writer.Write7BitEncodedInt(counts.Length);
            foreach (var (label, times) in counts)
            {
                writer.Write7BitEncodedInt(label);
                writer.Write7BitEncodedInt(times);
            }
        }
    }

    private static void Read(BinaryReader reader, Dictionary<ulong, Count[]> table)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var hash = reader.ReadUInt64();
            var counts = new Count[reader.Read7BitEncodedInt()];
            for (var i = 0; i < counts.Length; i++) counts[i] = new Count(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            table[hash] = counts;
        }
    }
}
