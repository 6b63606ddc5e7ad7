using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>A word as phrases are made of it.</summary>
/// <param name="Hash">The word.</param>
/// <param name="Openings">The words that longer phrases begin with and that it is with or without its particles; with the number of letters left out.</param>
internal readonly record struct PhraseWord(ulong Hash, (ulong Hash, int Prefix)[] Openings)
{
    public static PhraseWord Of(in Token token, SeenPhrases seen)
    {
        var openings = new List<(ulong, int)>();
        for (var prefix = Particles.Of(token); prefix >= 0; prefix--)
            if (Text.Hash.Of(Particles.Rest(token.Norm, prefix)) is var hash && seen.GoesOn(hash)) openings.Add((hash, prefix));
        return new PhraseWord(Text.Hash.Of(token.Norm), openings.Count > 0 ? [.. openings] : []);
    }
}
