using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// A network's weights once it has learnt, laid out to score utterances one by one: matrices are of small integers, and what follows from a
/// word alone is kept.
/// </summary>
internal sealed class FrozenWeights
{
    private readonly WordCache<FrozenWord> words = new();

    public required EncoderWeights Embeddings { get; init; }

    /// <summary>The convolution's matrix, see <see cref="Convolution.Gifts"/>.</summary>
    public required float[] Gifts { get; init; }

    /// <summary>What every word begins with in the convolution.</summary>
    public required float[] LocalBias { get; init; }

    public required FrozenRecurrence Recurrence { get; init; }

    /// <summary>How words' embeddings become one row.</summary>
    public required FrozenPooling OfWords { get; init; }

    /// <summary>How what was read becomes one row.</summary>
    public required FrozenPooling OfRead { get; init; }

    /// <summary>Both heads of intents, one below the other.</summary>
    public required PackedMatrix Intents { get; init; }

    public required float[] IntentBias { get; init; }

    /// <summary>The head of slots, if there are any.</summary>
    public required PackedMatrix? Labels { get; init; }

    public required float[] LabelBias { get; init; }

    /// <summary>A word with what the lexicon knows of it.</summary>
    public FrozenWord Word(in Token token, int index, EncoderVocabulary vocabulary, LexiconRows lexicon)
    {
        var key = lexicon.KeyOf(index);
        return words.Find(token, key) ?? words.Keep(token, Made(vocabulary.Encode(token), lexicon.RowsOf(index)), key);
    }

    public FrozenWord Made(EncodedWord word, int[] classes)
    {
        var embedding = WordEmbedding.Of(word, classes, Embeddings);
        var gifts = new float[Gifts.Length / embedding.Length];
        MatrixProduct.Multiply(1, gifts.Length, embedding.Length, embedding, new(embedding.Length), Gifts, gifts);
        FixedOrder.AddScaled(LocalBias, 1, gifts.AsSpan(LocalBias.Length));
        return new FrozenWord(embedding, gifts);
    }
}
