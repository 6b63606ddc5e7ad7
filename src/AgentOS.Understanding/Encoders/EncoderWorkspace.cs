using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>What one thread needs to score utterances.</summary>
internal sealed class EncoderWorkspace(EncoderReader reader, EncoderNetwork network)
{
    private readonly EncoderBatch batch = new();

    /// <summary>Writes the members' mean scores.</summary>
    public void Run(IReadOnlyList<Token> tokens, EncoderWeights[] members, Span<float> intentScores, Span<float> labelScores)
    {
        batch.Set([reader.Read(tokens)]);
        intentScores.Clear();
        labelScores.Clear();
        foreach (var member in members)
        {
            network.Forward(batch, member, null);
            network.AddScores(batch, intentScores, tokens.Count == 0 ? [] : labelScores);
        }

        foreach (ref var score in intentScores) score /= members.Length;
        foreach (ref var score in labelScores) score /= members.Length;
    }
}
