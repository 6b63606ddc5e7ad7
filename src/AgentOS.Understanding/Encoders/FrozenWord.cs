namespace AgentOS.Understanding.Encoders;

/// <summary>A word as a network that has learnt sees it.</summary>
/// <param name="Embedding">Its embedding.</param>
/// <param name="Gifts">What the convolution makes of it for the next word, for itself (with what every word begins with) and for the word before it, side by side.</param>
internal sealed record FrozenWord(float[] Embedding, float[] Gifts);
