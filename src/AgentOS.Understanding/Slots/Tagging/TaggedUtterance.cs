namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>An utterance as the learner sees it: each token's features by number, and what the token is.</summary>
/// <param name="Features">Numbers of features, token after token.</param>
/// <param name="Values">The features' values.</param>
/// <param name="Starts">Where each token's features begin, and after the last where they end.</param>
/// <param name="Owns">Where the features begin that tell the token's own word.</param>
/// <param name="Gold">What each token is.</param>
/// <param name="Allowed">By number the slots it may have, or <see langword="null"/> for any.</param>
internal sealed record TaggedUtterance(int[] Features, float[] Values, int[] Starts, int[] Owns, TokenLabel[] Gold, bool[]? Allowed);
