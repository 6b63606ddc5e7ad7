using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>What a tagger sees of the names that were found: the same as of a name it has learnt, so that today's names need no training.</summary>
internal static class NameFeatures
{
    /// <summary>Below this, words are hardly a name.</summary>
    public const float Least = 0.6f;

    /// <summary>The feature of a token that belongs to a name of the entity.</summary>
    public static ulong Of(string entity) => Hash.Of(entity, 41);

    /// <summary>Adds a token's features.</summary>
    public static void Add(IReadOnlyList<NameMatch> names, int token, List<ulong> features)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var match = names[i];
            if (token < match.Start || token >= match.End || match.Score < Least) continue;
            var feature = Of(match.Entity);
            if (!features.Contains(feature)) features.Add(feature);
        }
    }
}
