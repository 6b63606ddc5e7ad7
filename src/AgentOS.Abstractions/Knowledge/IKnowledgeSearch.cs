namespace AgentOS.Knowledge;

/// <summary>Finds passages in what a tenant has written down.</summary>
public interface IKnowledgeSearch
{
    /// <summary>Finds passages, best first. What others have added since is found too.</summary>
    ValueTask<FoundPassages> SearchAsync(KnowledgeQuery query, CancellationToken cancel);
}

/// <summary>What is looked for, where.</summary>
/// <param name="Tenant">Whose knowledge; set by the server, never by a model.</param>
/// <param name="Text">A question or some words, in either language.</param>
public sealed record KnowledgeQuery(Guid Tenant, string Text)
{
    /// <summary>One of <see cref="KnowledgeCollections"/>.</summary>
    public string Collection { get; init; } = KnowledgeCollections.Documents;

    /// <summary>The user who asks: passages with an owner are found by their owner alone.</summary>
    public Guid? User { get; init; }

    /// <summary>Only documents with all of these labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Only passages in this language; <see langword="null"/> for all.</summary>
    public string? Language { get; init; }

    /// <summary>Only documents that hold on this day; <see langword="null"/> for all.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How many passages at most, 1 to 100.</summary>
    public int Count { get; init; } = 10;
}

/// <summary>What was found.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Notice">What the asker should know about the search itself, such as that the index could not be reached and a plainer search was done; in English.</param>
public sealed record FoundPassages(IReadOnlyList<FoundPassage> Passages, string? Notice = null);

/// <summary>A passage that was found.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Document">Its document.</param>
/// <param name="Score">How well it fits; only comparable within one answer.</param>
/// <param name="Coverage">The share of the question's meaning, each word weighed by how rare it is, that the passage holds: 0 to 1.</param>
/// <param name="Why">What speaks for it, strongest first.</param>
public sealed record FoundPassage(Passage Passage, DocumentInfo Document, double Score, double Coverage, IReadOnlyList<MatchReason> Why);

/// <summary>A reason why a passage was found.</summary>
/// <param name="Kind"><c>word</c>, <c>near</c> (a typing mistake forgiven), <c>close-together</c>, <c>expansion</c>, <c>vector</c> or <c>rerank</c>.</param>
/// <param name="What">The word as asked and, where it differs, as found; empty where there is none.</param>
/// <param name="Weight">Its share of the score.</param>
public sealed record MatchReason(string Kind, string What, double Weight);
