using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.PublicSets;

/// <summary>
/// Words with tags: train.txt, dev.txt and test.txt with a word and its tag a line, the intent alone on the last, and an empty line between
/// utterances; or folders train, valid and test with the files seq.in, seq.out and label.
/// </summary>
internal sealed class TaggedLayout : ISetLayout
{
    private static readonly string[] Snips = ["AddToPlaylist", "BookRestaurant", "GetWeather", "PlayMusic", "RateBook", "SearchCreativeWork", "SearchScreeningEvent"];

    public IEnumerable<PublicSet> Find(string folder, string title)
    {
        var find = PartFiles.Find(folder, SetPart.Training, ".txt") is { } file && Fits(file) ? (Func<SetPart, string?>)(part => PartFiles.Find(folder, part, ".txt"))
            : PartFiles.Find(folder, SetPart.Training, "") is { } inner && File.Exists(Path.Combine(inner, "seq.in")) ? part => PartFiles.Find(folder, part, "")
            : null;
        if (find is null) yield break;
        var intents = Read(find(SetPart.Training)!).Select(u => u.Intent!).Distinct().Order(StringComparer.Ordinal);
        var name = intents.SequenceEqual(Snips) ? "SNIPS" : title;
        yield return new PublicSet(name, folder, find(SetPart.Validation) is not null, find(SetPart.Test) is not null, part => Read(find(part)!));
    }

    private static bool Fits(string file)
    {
        var lines = File.ReadLines(file).Take(200).TakeWhile(l => l.Trim().Length > 0).ToList();
        return lines.Count > 1 && lines[..^1].All(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [_, var tag] && IsTag(tag)) && !lines[^1].Trim().Contains(' ');
    }

    private static bool IsTag(string tag) => tag == "O" || tag.StartsWith("B-", StringComparison.Ordinal) || tag.StartsWith("I-", StringComparison.Ordinal);

    private static List<LabelledUtterance> Read(string place) => Directory.Exists(place) ? ReadFolder(place) : ReadFile(place);

    private static List<LabelledUtterance> ReadFile(string file)
    {
        var utterances = new List<LabelledUtterance>();
        var tagged = new TaggedWords();
        string? intent = null;
        var number = 0;
        foreach (var line in File.ReadLines(file).Append(""))
        {
            number++;
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts is [var word, var tag]) tagged.Add(word, tag);
            else if (parts is [var alone]) intent = alone;
            else if (parts.Length > 2) throw new CorpusException(file, number, "This is neither a word with its tag nor an intent.");
            else if (!tagged.IsEmpty)
            {
                utterances.Add(tagged.Take(intent ?? throw new CorpusException(file, number, "The utterance above has no intent.")));
                intent = null;
            }
        }

        return utterances;
    }

    private static List<LabelledUtterance> ReadFolder(string folder)
    {
        string[] words = Lines("seq.in"), tags = Lines("seq.out"), intents = Lines("label");
        if (words.Length != tags.Length || words.Length != intents.Length) throw new CorpusException(folder, $"seq.in has {words.Length} lines, seq.out {tags.Length} and label {intents.Length}; they must be as many.");
        var utterances = new List<LabelledUtterance>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var tagged = new TaggedWords();
            foreach (var (word, tag) in words[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Zip(tags[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))) tagged.Add(word, tag);
            utterances.Add(tagged.Take(intents[i].Trim()));
        }

        return utterances;

        string[] Lines(string name) => [.. File.ReadLines(Path.Combine(folder, name)).Where(l => l.Trim().Length > 0)];
    }
}
