namespace AgentOS.Knowledge.Answers;

/// <summary>How well an excerpt answers.</summary>
/// <param name="Read">The passage it is of.</param>
/// <param name="Excerpt">The excerpt.</param>
/// <param name="Share">The share of the question that it and what it stands under say, 0 to 1.</param>
/// <param name="Score">The share, with what else speaks for it.</param>
/// <param name="Answers">Whether nothing is missing that an answer cannot do without.</param>
internal sealed record Evidence(ReadPassage Read, Excerpt Excerpt, double Share, double Score, bool Answers);
