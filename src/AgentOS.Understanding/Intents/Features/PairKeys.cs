using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>What pairs of words are named by.</summary>
/// <param name="Word">Stands for the word.</param>
/// <param name="Root">Stands for its stem.</param>
internal readonly record struct PairKeys(ulong Word, ulong Root)
{
    public static PairKeys Of(in Token token) => new(Hash.Of(token.Norm), Hash.Of(Stem.Of(token.Norm), 5));
}
