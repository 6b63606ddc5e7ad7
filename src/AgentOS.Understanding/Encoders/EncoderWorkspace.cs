using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>What one thread needs to score utterances.</summary>
internal sealed class EncoderWorkspace(EncoderVocabulary vocabulary, LexiconRows lexicon, FrozenNetwork network)
{
    private FrozenWord[] words = [];
    private int asked;

    /// <summary>Writes the members' mean scores.</summary>
    public void Run(IReadOnlyList<Token> tokens, FrozenWeights[] members, Span<float> intentScores, Span<float> labelScores)
    {
        var count = Math.Max(1, tokens.Count);
        if (words.Length < count) words = new FrozenWord[count * 2];
        lexicon.Match(tokens);
        intentScores.Clear();
        labelScores.Clear();
        foreach (var member in members)
        {
            if (tokens.Count == 0) words[0] = member.Made(EncodedWord.Unknown, []);
            for (var i = 0; i < tokens.Count; i++)
            {
                words[i] = member.Word(tokens[i], i, vocabulary, lexicon);
                asked ^= words[i].Ask();
            }

            network.AddScores(words.AsSpan(0, count), member, intentScores, tokens.Count == 0 ? [] : labelScores);
        }

        if (members.Length == 1) return;
        foreach (ref var score in intentScores) score /= members.Length;
        foreach (ref var score in labelScores) score /= members.Length;
    }
}
