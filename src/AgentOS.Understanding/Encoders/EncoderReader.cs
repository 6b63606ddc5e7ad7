using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>Brings tokens into the form that a network takes. For one thread.</summary>
internal sealed class EncoderReader(EncoderVocabulary vocabulary, LexiconRows lexicon)
{
    /// <summary>Rows of the lexicon's embeddings.</summary>
    public int Classes => lexicon.Count;

    public EncoderExample Read(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0) return new EncoderExample([EncodedWord.Unknown], [[]], 0, []);
        var words = new EncodedWord[tokens.Count];
        for (var i = 0; i < words.Length; i++) words[i] = vocabulary.Encode(tokens[i]);
        return new EncoderExample(words, lexicon.Of(tokens), 0, []);
    }
}
