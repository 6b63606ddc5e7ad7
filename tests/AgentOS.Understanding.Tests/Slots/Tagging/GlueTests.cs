using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Slots.Tagging;

public sealed class GlueTests
{
    private static readonly SlotLabels Labels = new(["a"]);

    [Fact]
    public void Apply_PairNeverBrokenInTraining_MakesABreakDear()
    {
        var (tokens, scores) = (Tokenizer.Tokenize("Olive's"), new float[2 * Labels.Outputs]);

        Learnt(new TokenLabel(0, true, false), new TokenLabel(0, false, true)).Apply(tokens, scores, Labels);

        Assert.True(scores[Labels.Ends(0)] < 0 && scores[Labels.Outputs + Labels.Begins(0)] < 0);
    }

    [Fact]
    public void Apply_PairBrokenInTraining_LeavesTheScores()
    {
        var (tokens, scores) = (Tokenizer.Tokenize("Olive's"), new float[2 * Labels.Outputs]);

        Learnt(new TokenLabel(0, true, true), new TokenLabel(1, false, false)).Apply(tokens, scores, Labels);

        Assert.All(scores, s => Assert.Equal(0, s));
    }

    private static Glue Learnt(TokenLabel name, TokenLabel ending)
    {
        var texts = new[] { "Cedar's", "Rosewood's", "Lagoon's" };
        return Glue.Of([.. texts.Select(IReadOnlyList<Token> (t) => Tokenizer.Tokenize(t))], [.. texts.Select(_ => new[] { name, ending })]);
    }
}
