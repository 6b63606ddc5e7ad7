namespace AgentOS.Knowledge.Index;

/// <summary>The terms of what a question is looked for in, and how common they are: one tenant's, one collection's.</summary>
internal interface IVocabulary
{
    /// <summary>How many passages there are.</summary>
    int PassageCount { get; }

    /// <summary>How many terms a passage has on average.</summary>
    double AverageLength { get; }

    /// <summary>In how many passages a term stands; 0 where in none.</summary>
    int Frequency(string term);

    /// <summary>Terms that differ from one by at most so many letters (missing, too many, others, or two of them swapped), the nearest and then the most frequent first.</summary>
    IReadOnlyList<NearTerm> Near(string term, int edits);
}

/// <summary>A term that is spelt much like another.</summary>
/// <param name="Term">The term.</param>
/// <param name="Edits">By how many letters it differs.</param>
/// <param name="Frequency">In how many passages it stands.</param>
internal readonly record struct NearTerm(string Term, int Edits, int Frequency);
