using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers;

/// <summary>A found passage with what its parts say, as keys of <see cref="Glossary"/>.</summary>
internal sealed class ReadPassage
{
    public ReadPassage(FoundPassage found)
    {
        Found = found;
        Title = Glossary.Instance.KeysOf(found.Document.Title);
        Headings = Glossary.Instance.KeysOf(string.Join('\n', Path));
        Excerpts = PassageExcerpts.Of(found.Passage.Text);
        All = [.. Glossary.Instance.KeysOf(found.Passage.Text), .. Headings, .. Title];
    }

    public FoundPassage Found { get; }

    public Passage Passage => Found.Passage;

    public DocumentInfo Document => Found.Document;

    /// <summary>The headings it stands under, outermost first.</summary>
    public IReadOnlyList<string> Path => Passage.Headings;

    public HashSet<string> Title { get; }

    /// <summary>What all headings of <see cref="Path"/> say.</summary>
    public HashSet<string> Headings { get; }

    public HashSet<string> All { get; }

    public IReadOnlyList<Excerpt> Excerpts { get; }

    /// <summary>What the title and the first headings say.</summary>
    public HashSet<string> KeysDownTo(int depth) => [.. Title, .. depth == Path.Count ? Headings : Glossary.Instance.KeysOf(string.Join('\n', Path.Take(depth)))];
}
