namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What is known without learning, where the intents are tools: which slots an intent has, and words.</summary>
/// <param name="Slots">Each intent's slots; it is never given others.</param>
/// <param name="Words">Words of the language of requests, names and choices.</param>
internal sealed record Beforehand(IReadOnlyDictionary<string, IReadOnlySet<string>> Slots, IWordKnowledge Words);
