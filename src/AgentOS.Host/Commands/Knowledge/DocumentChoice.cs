using AgentOS.Knowledge;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary>The document that somebody names: by its id, its source or the end of it, or its title.</summary>
internal static class DocumentChoice
{
    private const int Shown = 5;

    public static DocumentInfo Of(IReadOnlyList<DocumentInfo> documents, string said)
    {
        var named = said.Replace(Path.DirectorySeparatorChar, '/');
        Func<DocumentInfo, bool>[] ways =
        [
            d => d.Id.ToString().Equals(said, StringComparison.OrdinalIgnoreCase),
            d => d.Source == named,
            d => d.Source == Path.GetFullPath(said).Replace(Path.DirectorySeparatorChar, '/'),
            d => d.Source.EndsWith('/' + named, StringComparison.Ordinal),
            d => d.Title.Equals(said, StringComparison.OrdinalIgnoreCase),
            d => d.Title.Contains(said, StringComparison.OrdinalIgnoreCase),
        ];
        foreach (var way in ways)
        {
            var found = documents.Where(way).ToList();
            if (found.Count == 1) return found[0];
            if (found.Count > 1) throw new UsageException($"'{said}' may be {string.Join(", ", found.Take(Shown).Select(d => d.Source))}{(found.Count > Shown ? " …" : "")}. Say which.");
        }

        throw new UsageException($"There is no document '{said}'. './agentos knowledge list' shows them.");
    }
}
