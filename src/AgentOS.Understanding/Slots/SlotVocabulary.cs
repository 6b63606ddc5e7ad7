using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots;

/// <summary>Which words belong to the language of requests, which have been names of something, and which are words for a choice.</summary>
internal sealed class SlotVocabulary : IWordKnowledge
{
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, List<ulong>> names = [];
    private readonly Dictionary<string, List<ulong>> choices = [];

    public bool Knows(string word) => known.Contains(word);

    public void AddKnown(string word) => known.Add(word);

    public void AddName(string word, string label) => Add(names, word, Hash.Of(label, 41));

    public void AddChoice(string word, string label)
    {
        known.Add(word);
        Add(choices, word, Hash.Of(label, 42));
        Add(choices, Stem.Of(word).ToString(), Hash.Of(label, 42));
    }

    public bool IsNameOf(string word, string entity) => names.TryGetValue(word, out var labels) && labels.Contains(Hash.Of(entity, 41));

    public void AddNames(string word, List<ulong> features)
    {
        if (names.TryGetValue(word, out var labels)) features.AddRange(labels);
    }

    public void AddChoices(string word, List<ulong> features)
    {
        if (choices.TryGetValue(word, out var labels) || choices.TryGetValue(Stem.Of(word).ToString(), out labels)) features.AddRange(labels);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(known.Count);
        foreach (var word in known) writer.Write(word);
        Write(writer, names);
        Write(writer, choices);
    }

    public static SlotVocabulary Read(BinaryReader reader)
    {
        var vocabulary = new SlotVocabulary();
        for (var count = reader.ReadInt32(); count > 0; count--) vocabulary.known.Add(reader.ReadString());
        Read(reader, vocabulary.names);
        Read(reader, vocabulary.choices);
        return vocabulary;
    }

    private static void Write(BinaryWriter writer, Dictionary<string, List<ulong>> map)
    {
        writer.Write(map.Count);
        foreach (var (word, labels) in map)
        {
            writer.Write(word);
            writer.Write(labels.Count);
            foreach (var label in labels) writer.Write(label);
        }
    }

    private static void Read(BinaryReader reader, Dictionary<string, List<ulong>> map)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var labels = map[reader.ReadString()] = [];
            for (var left = reader.ReadInt32(); left > 0; left--) labels.Add(reader.ReadUInt64());
        }
    }

    private static void Add(Dictionary<string, List<ulong>> map, string word, ulong label)
    {
        if (!map.TryGetValue(word, out var labels)) map[word] = labels = [];
        if (!labels.Contains(label)) labels.Add(label);
    }
}
