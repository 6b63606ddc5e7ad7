using System.Globalization;

namespace AgentOS.Understanding.Values;

/// <summary>Tables of words, written as text.</summary>
internal static class WordTable
{
    /// <summary>"word value word value …".</summary>
    public static Dictionary<string, decimal> Numbers(string pairs)
    {
        var words = Split(pairs);
        var map = new Dictionary<string, decimal>(words.Length / 2);
        for (var i = 0; i < words.Length; i += 2) map[words[i]] = decimal.Parse(words[i + 1], CultureInfo.InvariantCulture);
        return map;
    }

    /// <summary>"word value word value …" of whole numbers.</summary>
    public static Dictionary<string, int> Wholes(string pairs) => Numbers(pairs).ToDictionary(p => p.Key, p => (int)p.Value);

    /// <summary>Lines of a value and the words that stand for it.</summary>
    public static Dictionary<string, string> Groups(params string[] lines)
    {
        var map = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var words = Split(line);
            foreach (var word in words.AsSpan(1)) map[word] = words[0];
        }

        return map;
    }

    public static HashSet<string> Set(string words) => [.. Split(words)];

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
