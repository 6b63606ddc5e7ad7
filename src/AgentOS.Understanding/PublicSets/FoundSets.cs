using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.PublicSets;

/// <summary>The public sets in a folder and the folders below it.</summary>
/// <param name="Sets">What was found, by place.</param>
/// <param name="Others">Folders, below the given one, with nothing to understand in any layout known here.</param>
/// <param name="Broken">What looks like a set and cannot be read, and why.</param>
public sealed record FoundSets(IReadOnlyList<PublicSet> Sets, IReadOnlyList<string> Others, IReadOnlyList<string> Broken)
{
    private const int Depth = 2;
    private static readonly ISetLayout[] Layouts = [new PairsLayout(), new CsvLayout(), new TaggedLayout(), new AnnotatedLayout(), new OwnLayout()];

    /// <summary>The well-known sets that are not among those found.</summary>
    public IReadOnlyList<string> Missing => [.. PublishedFigures.Names.Except(Sets.Select(s => s.Name))];

    /// <summary>Looks in the folder, and two folders deep.</summary>
    public static FoundSets In(string folder)
    {
        var others = new List<string>();
        var broken = new List<string>();
        var sets = Find(folder, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), 0, broken);
        if (sets.Count == 0)
        {
            foreach (var inner in Inner(folder))
            {
                var before = broken.Count;
                var found = Find(inner, Path.GetFileName(inner), Depth - 1, broken);
                sets.AddRange(found);
                if (found.Count == 0 && broken.Count == before) others.Add(Path.GetFileName(inner));
            }
        }

        return new FoundSets(sets, others, broken);
    }

    private static List<PublicSet> Find(string folder, string title, int depth, List<string> broken)
    {
        var sets = new List<PublicSet>();
        foreach (var layout in Layouts)
        {
            try
            {
                sets.AddRange(layout.Find(folder, title));
            }
            catch (CorpusException wrong)
            {
                broken.Add(wrong.Message);
            }
        }

        if (sets.Count == 0 && depth > 0) sets.AddRange(Inner(folder).SelectMany(inner => Find(inner, $"{title}/{Path.GetFileName(inner)}", depth - 1, broken)));
        return sets;
    }

    private static IEnumerable<string> Inner(string folder) => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal);
}
