using System.Text.RegularExpressions;
using AgentOS.Knowledge.Analysis;
using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers.Checking;

/// <summary>
/// Holds what a language model wrote against what it was given to read. A sentence stays when all of its figures, codes and names are there and so is
/// most of what it says. It is code and no model that checks, so that nothing written in a document can argue with it.
/// </summary>
internal static partial class SupportCheck
{
    private const double MostOfIt = .6;

    /// <summary>Checks an answer.</summary>
    /// <param name="answer">What the model wrote.</param>
    /// <param name="sources">What it was given: passages, and the person's own words.</param>
    public static CheckedAnswer Check(string answer, IReadOnlyList<string> sources)
    {
        var read = Glossary.Instance.KeysOf(string.Join('\n', sources));
        var figures = Figures(string.Join('\n', sources));
        var (kept, dropped) = (new List<string>(), new List<string>());
        foreach (var line in answer.Split('\n'))
        {
            var sentences = Sentences(line);
            var supported = sentences.Where(s => IsSupported(s, read, figures)).ToList();
            dropped.AddRange(sentences.Except(supported));
            if (supported.Count > 0 || line.Trim().Length == 0) kept.Add(string.Join(' ', supported));
        }

        return new CheckedAnswer(string.Join('\n', kept).Trim(), dropped);
    }

    private static bool IsSupported(string sentence, HashSet<string> read, HashSet<string> figures)
    {
        var said = Citation().Replace(sentence, " ");
        if (!Figures(said).IsSubsetOf(figures)) return false;
        var concepts = Glossary.Instance.ConceptsOf(said);
        if (concepts.Exists(c => c.IsName && !c.IsIn(read))) return false;
        // A word of the other language that the glossary does not have can be neither found nor missed.
        var told = concepts.Where(c => !c.IsLight && (c.Meanings.Count > 0 || SharesScript(c.Text, read))).ToList();
        return told.Count == 0 || told.Count(c => c.IsIn(read)) >= told.Count * MostOfIt;
    }

    private static bool SharesScript(string word, HashSet<string> read) =>
        read.Any(k => k.Length > 2 && k[0] != '#' && char.IsAsciiLetter(k[0]) == char.IsAsciiLetter(Folding.Fold(word)[0]) && !char.IsAsciiDigit(k[0]));

    /// <summary>Numbers without the signs between thousands, and without zeros behind the point.</summary>
    private static HashSet<string> Figures(string text) =>
        [.. Figure().Matches(Folding.Fold(text)).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal)).Select(n => n.Contains('.', StringComparison.Ordinal) ? n.TrimEnd('0').TrimEnd('.') : n)];

    private static List<string> Sentences(string line) => [.. End().Split(line).Select(s => s.Trim()).Where(s => s.Length > 0)];

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\d+(?:,\d{3})*(?:\.\d+)?")]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<=[.!?؟](?:\s*\[\d+\])*)\s+(?!\[\d+\])")]
    private static partial Regex End();
}

/// <summary>An answer after it was checked.</summary>
/// <param name="Text">What stays.</param>
/// <param name="Dropped">The sentences that nothing supports.</param>
internal sealed record CheckedAnswer(string Text, IReadOnlyList<string> Dropped);
