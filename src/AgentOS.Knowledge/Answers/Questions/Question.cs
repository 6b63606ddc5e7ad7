using System.Text.RegularExpressions;
using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers.Questions;

/// <summary>A question as it is understood: what it is about, and what kind of value it wants.</summary>
internal sealed partial class Question
{
    private const int FormsToSearch = 3;

    private readonly HashSet<string> said;

    public Question(string text)
    {
        Text = text;
        Concepts = Glossary.Instance.ConceptsOf(text);
        Wanted = WantedValues.Of(text);
        if (Wanted == WantedValue.Number && Counted().Match(text) is { Success: true, Groups: [_, var counted] })
            Required = Glossary.Instance.ConceptsOf(counted.Value).FirstOrDefault();
        Language = AgentOS.Language.Of(text);
        said = [.. Glossary.Instance.KeysOf(text), .. Word.In(text).Select(w => w.Folded)];
        // What the person calls "my" or "our" a document calls "your".
        if (said.Contains("my") || said.Contains("our")) said.Add("your");
        if (said.Contains("i") || said.Contains("we")) said.Add("you");
    }

    public string Text { get; }

    public IReadOnlyList<Concept> Concepts { get; }

    public WantedValue Wanted { get; }

    /// <summary>What is counted, as the calories in "how many calories"; a number of something else is no answer.</summary>
    public Concept? Required { get; }

    /// <summary><c>en</c> or <c>ar</c>.</summary>
    public string Language { get; }

    /// <summary>The language it is not in.</summary>
    public string OtherLanguage => Language == AgentOS.Language.Arabic ? AgentOS.Language.English : AgentOS.Language.Arabic;

    /// <summary>Its words in the other language, as far as they are known, for a search there; empty when none is.</summary>
    public string Translated() => string.Join(' ', Concepts.SelectMany(c => c.Meanings.Count == 0
        ? c.IsName || c.Keys.Any(k => char.IsAsciiDigit(k[0])) ? [c.Text] : []
        : c.Meanings.SelectMany(m => (Language == AgentOS.Language.Arabic ? m.English : m.Arabic).Take(m.IsLight ? 1 : FormsToSearch))));

    /// <summary>The share of a heading's words that the question has, in these or in other words: 0 to 1.</summary>
    public double Names(ReadHeading heading) =>
        heading.Words.Count == 0 ? 0 : (double)heading.Words.Count(w => said.Contains(w.Folded) || said.Overlaps(w.Keys)) / heading.Words.Count;

    [GeneratedRegex(@"(?:how many|^كم|\sكم)\s+(?!ال)(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
