using AgentOS.Understanding.Text;
using AgentOS.Understanding.Training;

namespace AgentOS.Understanding.Intents;

/// <summary>What words mean in requests, whichever language they are of.</summary>
internal static class Concepts
{
    private static readonly Dictionary<string, ulong[]> ByForm = Load();

    /// <summary>The concepts of a word; empty for most.</summary>
    public static ulong[] Of(string word) =>
        ByForm.TryGetValue(word, out var concepts) || ByForm.TryGetValue(Stem.Of(word).ToString(), out concepts) ? concepts : [];

    private static Dictionary<string, ulong[]> Load()
    {
        var map = new Dictionary<string, ulong[]>();
        foreach (var (concept, words) in BuiltIn.Read<Dictionary<string, string>>("concepts.yaml"))
        {
            var id = Hash.Of(concept, 77);
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var folded = Folding.Fold(word);
                Add(map, folded, id);
                if (Stem.Of(folded).ToString() is var stem && stem != folded) Add(map, stem, id);
            }
        }

        return map;
    }

    private static void Add(Dictionary<string, ulong[]> map, string form, ulong id)
    {
        var before = map.GetValueOrDefault(form) ?? [];
        if (!before.Contains(id)) map[form] = [.. before, id];
    }
}
