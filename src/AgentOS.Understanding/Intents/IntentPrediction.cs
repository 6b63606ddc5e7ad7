namespace AgentOS.Understanding.Intents;

/// <summary>What an utterance asks for.</summary>
/// <param name="Ranking">The likeliest intents, best first, with calibrated probabilities; at most five.</param>
/// <param name="InScope">How likely it is, from 0 to 1, that the utterance asks for any of the intents.</param>
/// <param name="IsOutOfScope">Whether <paramref name="InScope"/> is below the level that was chosen in training.</param>
internal sealed record IntentPrediction(IReadOnlyList<ScoredIntent> Ranking, float InScope, bool IsOutOfScope);
