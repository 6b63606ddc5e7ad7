using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers;

/// <summary>A passage taken apart: what its parts say, as keys of <see cref="Glossary"/>.</summary>
internal sealed class PassageReading
{
    public PassageReading(Passage passage, string title)
    {
        Title = new ReadHeading(title);
        Path = [.. passage.Headings.Select(h => new ReadHeading(h))];
        Headings = [.. Path.SelectMany(h => h.Keys)];
        var excerpts = new List<ReadExcerpt>();
        foreach (var excerpt in PassageExcerpts.Of(passage.Text))
        {
            var lead = excerpts.Count > 0 && excerpts[^1].Excerpt.Head == excerpt.Head ? excerpts[^1].Head : Glossary.Instance.KeysOf(excerpt.Head);
            excerpts.Add(new ReadExcerpt(excerpt, Glossary.Instance.KeysOf(excerpt.Text), lead));
        }

        Excerpts = excerpts;
        All = [.. excerpts.SelectMany(e => e.Text), .. Headings, .. Title.Keys];
    }

    public ReadHeading Title { get; }

    /// <summary>Its headings, outermost first.</summary>
    public IReadOnlyList<ReadHeading> Path { get; }

    /// <summary>The innermost heading, or the title where there is none.</summary>
    public ReadHeading Innermost => Path.Count > 0 ? Path[^1] : Title;

    /// <summary>What all its headings say.</summary>
    public HashSet<string> Headings { get; }

    public IReadOnlyList<ReadExcerpt> Excerpts { get; }

    /// <summary>What text, headings and title say together.</summary>
    public HashSet<string> All { get; }
}

/// <summary>An excerpt with what it says, and what the sentence before its list says.</summary>
internal sealed record ReadExcerpt(Excerpt Excerpt, HashSet<string> Text, HashSet<string> Head);
