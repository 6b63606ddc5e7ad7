namespace AgentOS.Benchmarks.Retrieval;

/// <summary>A public collection of passages with questions, and which passages answer each.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Passages">Title and text of each.</param>
/// <param name="Questions">What is asked.</param>
internal sealed record RetrievalSet(string Name, IReadOnlyList<(string Title, string Text)> Passages, IReadOnlyList<RetrievalQuestion> Questions);

/// <summary>A question.</summary>
/// <param name="Id">Its id in the set.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Relevant">The passages that answer it, each with its grade above zero.</param>
internal sealed record RetrievalQuestion(string Id, string Text, IReadOnlyDictionary<int, double> Relevant)
{
    /// <summary>The half on which settings may be chosen: those whose id has an even 32-bit FNV-1a hash (of its UTF-8 bytes).</summary>
    public bool IsForTuning { get; } = Hash(Id) % 2 == 0;

    private static uint Hash(string id)
    {
        var hash = 2166136261u;
        foreach (var part in System.Text.Encoding.UTF8.GetBytes(id)) hash = (hash ^ part) * 16777619;
        return hash;
    }
}
