using AgentOS.Understanding.Corpora;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Shows on standard error what deserves a look in a file of examples: the first of each kind, and how many there are.</summary>
internal static class WarningLines
{
    private const int Shown = 5;

    public static void Show(Corpus corpus)
    {
        foreach (var kind in CorpusWarnings.Of(corpus).GroupBy(w => w.Kind).OrderBy(k => k.Key))
        {
            foreach (var warning in kind.Take(Shown)) Console.Error.WriteLine($"{corpus.Path}:{warning.Line}: {Name(kind.Key)}: {warning.Message}");
            if (kind.Count() > Shown) Console.Error.WriteLine($"{corpus.Path}: {kind.Count() - Shown:N0} more {Name(kind.Key)}");
        }
    }

    private static string Name(CorpusWarningKind kind) => kind.ToString().ToLowerInvariant();
}
