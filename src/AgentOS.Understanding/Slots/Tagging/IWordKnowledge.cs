namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What is known of words beforehand.</summary>
internal interface IWordKnowledge
{
    /// <summary>Whether a word belongs to the language of requests; other words can only be names, and are seen by their shape.</summary>
    bool Knows(string word);

    /// <summary>Adds what the word is known to name.</summary>
    void AddNames(string word, List<ulong> features);

    /// <summary>Adds what the word is known to choose.</summary>
    void AddChoices(string word, List<ulong> features);
}
