namespace AgentOS.Understanding.Intents;

/// <summary>What an utterance may ask for.</summary>
/// <param name="Ranking">The likeliest intents with their probabilities, best first, at most five.</param>
/// <param name="InScope">How likely it asks for any of them, from 0 to 1.</param>
/// <param name="IsOutOfScope">Whether it is taken to ask for none of them.</param>
internal sealed record IntentPrediction(IReadOnlyList<ScoredIntent> Ranking, float InScope, bool IsOutOfScope);
