using System.Text.Json.Nodes;
using AgentOS.Understanding.Explanations;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>An utterance and how it is understood.</summary>
/// <param name="Text">The utterance.</param>
/// <param name="Explanation">What was weighed.</param>
/// <param name="Calls">What the product would call; <see langword="null"/> for a model that calls nothing.</param>
/// <param name="Reply">What it would say instead, such as a question for what is missing.</param>
internal sealed record Explained(string Text, UnderstandingExplanation Explanation, IReadOnlyList<(string Tool, JsonObject Arguments)>? Calls, string? Reply);
