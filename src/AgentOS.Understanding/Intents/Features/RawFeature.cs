namespace AgentOS.Understanding.Intents.Features;

/// <summary>A feature as it stands in an utterance.</summary>
/// <param name="Key">A hash of what was seen.</param>
/// <param name="Block">Which kind of evidence it is.</param>
internal readonly record struct RawFeature(uint Key, Block Block);
