using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;

namespace AgentOS.Understanding;

/// <summary>What a trained model takes an utterance to mean.</summary>
/// <param name="Intent">What is wanted; <see langword="null"/> when it is out of scope, or when the model knows slots alone.</param>
/// <param name="Confidence">How likely that is, from 0 to 1: of the intent, or of being out of scope.</param>
/// <param name="Ranking">The likeliest intents, best first, at most five, whether or not the utterance is in scope.</param>
/// <param name="InScope">How surely it is one of the intents at all, from 0 to 1.</param>
/// <param name="Slots">The arguments in it, in the order of the text.</param>
public sealed record Prediction(string? Intent, float Confidence, IReadOnlyList<ScoredIntent> Ranking, float InScope, IReadOnlyList<LabelledSlot> Slots);
