namespace AgentOS.Knowledge;

/// <summary>Answers questions from what a tenant has written down, by quoting it, and says so when the documents do not know.</summary>
public interface IKnowledgeAnswers
{
    /// <summary>Looks for the answer.</summary>
    /// <param name="question">The question, in either language, and where to look.</param>
    /// <param name="cancel">Cancels the search.</param>
    ValueTask<KnowledgeAnswer> AskAsync(KnowledgeQuery question, CancellationToken cancel);
}

/// <summary>What the documents say to a question.</summary>
/// <param name="Known">Whether they say it; where not, the quotations are the nearest that was found.</param>
/// <param name="Confidence">How sure that is, 0 to 1; what is known begins at about .6.</param>
/// <param name="Quotations">Best first, at most three. The first holds the answer when it is known.</param>
/// <param name="Notice">What the asker should know about the search itself; in English.</param>
public sealed record KnowledgeAnswer(bool Known, double Confidence, IReadOnlyList<Quotation> Quotations, string? Notice = null)
{
    /// <summary>Whether a whole document was asked about: the quotations are its parts then, in its order, and belong together.</summary>
    public bool IsOverview { get; init; }
}

/// <summary>Words of a document, exactly as they stand there.</summary>
/// <param name="Passage">The passage they are from.</param>
/// <param name="Document">Its document.</param>
/// <param name="Text">The sentences, rows or items that answer, each on a line of its own; a row as <c>head: value · head: value</c>.</param>
public sealed record Quotation(Passage Passage, DocumentInfo Document, string Text);
