using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Text;

public sealed class SlipsTests
{
    [Theory]
    [InlineData("please show the invoices of yesterday again")]
    [InlineData("اعرضي فواتير العملاء المتاخره للشهر الماضي")]
    public void In_LongWords_SomeDifferByOneSlip(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var dice = new Dice(3);
        var hit = 0;
        for (var round = 0; round < 50; round++)
        {
            var slipped = Slips.In(tokens, ref dice);
            for (var i = 0; i < slipped.Length; i++)
            {
                if (slipped[i] == tokens[i]) continue;
                hit++;
                Assert.InRange(slipped[i].Norm.Length, tokens[i].Norm.Length - 1, tokens[i].Norm.Length + 1);
                Assert.Contains(tokens[i].Norm[0], slipped[i].Norm);
                Assert.Equal(tokens[i] with { Norm = slipped[i].Norm }, slipped[i]);
            }
        }

        Assert.InRange(hit, 50, 150);
    }

    [Fact]
    public void In_ShortWordsNumbersAndCodes_AreLeftAlone()
    {
        var tokens = Tokenizer.Tokenize("is SO-30011 of 125000 لي؟");
        var dice = new Dice(3);
        for (var round = 0; round < 50; round++) Assert.Equal(tokens, Slips.In(tokens, ref dice));
    }

    [Fact]
    public void In_SameSeed_SameSlips()
    {
        var tokens = Tokenizer.Tokenize("please show the invoices of yesterday again");
        var (one, other) = (new Dice(7), new Dice(7));
        for (var round = 0; round < 10; round++) Assert.Equal(Slips.In(tokens, ref one), Slips.In(tokens, ref other));
    }
}
