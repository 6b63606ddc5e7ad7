using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Encoders;

/// <summary>An utterance to be encoded, and for training what it means.</summary>
/// <param name="Words">Its words, at least one.</param>
/// <param name="Classes">For each word the rows of what the lexicon knows of it.</param>
/// <param name="Intent">The number of its intent.</param>
/// <param name="Labels">What each word is within the slots.</param>
internal sealed record EncoderExample(EncodedWord[] Words, int[][] Classes, int Intent, TokenLabel[] Labels)
{
    /// <summary>The same with slips of the finger in its words, to learn from.</summary>
    public EncoderExample? Slipped { get; init; }
}
