using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots;

/// <summary>The words that stand for an enumeration's values (or for any value an example gives): from the schema and from the examples.</summary>
internal sealed class ChoiceWords
{
    private readonly Dictionary<string, Dictionary<string, string>> byArgument = [];

    /// <summary>Arguments with the same values share their words, whatever they are called.</summary>
    public static string KeyOf(Argument argument) => argument.Choices.Count > 0 ? string.Join('|', argument.Choices) : argument.Label;

    public void Add(Argument argument, string words, string value)
    {
        var key = KeyOf(argument);
        if (!byArgument.TryGetValue(key, out var map)) byArgument[key] = map = [];
        var folded = Joined(words);
        if (folded.Length > 0) map.TryAdd(folded, value);
    }

    /// <summary>The value that the words stand for, allowing for the article, another ending, a slip of the finger.</summary>
    public string? Find(Argument argument, string words)
    {
        if (!byArgument.TryGetValue(KeyOf(argument), out var map)) return null;
        var folded = Joined(words);
        if (map.TryGetValue(folded, out var value)) return value;
        if (argument.Choices.Count == 0) return null;
        var bare = Bare(folded);
        string? best = null;
        var bestScore = 0.0;
        foreach (var (phrase, candidate) in map)
        {
            var score = Likeness(bare, Bare(phrase));
            if (score > bestScore) (bestScore, best) = (score, candidate);
        }

        return bestScore >= 0.7 ? best : null;
    }

    /// <summary>Words keep their order, which decides between equally like ones.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(byArgument.Count);
        foreach (var (key, map) in byArgument)
        {
            writer.Write(key);
            writer.Write(map.Count);
            foreach (var (words, value) in map)
            {
                writer.Write(words);
                writer.Write(value);
            }
        }
    }

    public static ChoiceWords Read(BinaryReader reader)
    {
        var choices = new ChoiceWords();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var map = choices.byArgument[reader.ReadString()] = [];
            for (var left = reader.ReadInt32(); left > 0; left--) map.Add(reader.ReadString(), reader.ReadString());
        }

        return choices;
    }

    private static string Joined(string words) =>
        string.Join(' ', Tokenizer.Tokenize(words.Replace('_', ' ')).Where(t => t.Kind != TokenKind.Mark).Select(t => t.Norm));

    private static string Bare(string folded) => string.Join(' ', folded.Split(' ').Select(w => Stem.Of(w).ToString()));

    private static double Likeness(string said, string phrase)
    {
        if (said == phrase) return 0.95;
        if (phrase.Length >= 3 && $" {said} ".Contains($" {phrase} ", StringComparison.Ordinal)) return 0.75 + (0.1 * phrase.Length / said.Length);
        if (said.Length >= 4 && $" {phrase} ".Contains($" {said} ", StringComparison.Ordinal)) return 0.7;
        var longest = Math.Max(said.Length, phrase.Length);
        return longest < 4 ? 0 : 1 - (1.2 * EditDistance.Between(said, phrase) / longest);
    }
}
