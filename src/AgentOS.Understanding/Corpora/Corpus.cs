namespace AgentOS.Understanding.Corpora;

/// <summary>The labelled utterances of a file.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Utterances">What it holds, in its order.</param>
/// <param name="Lines">The line, from one, of each utterance.</param>
/// <param name="NamesIntents">Whether the lines say anything of intents (null too); otherwise they teach slots alone.</param>
public sealed record Corpus(string Path, IReadOnlyList<LabelledUtterance> Utterances, IReadOnlyList<int> Lines, bool NamesIntents = true)
{
    /// <summary>Whether any utterance has an argument marked.</summary>
    public bool HasSlots => Utterances.Any(u => u.Slots.Count > 0);

    /// <summary>Whether any utterance has an intent.</summary>
    public bool HasIntents => Utterances.Any(u => u.Intent is not null);
}
