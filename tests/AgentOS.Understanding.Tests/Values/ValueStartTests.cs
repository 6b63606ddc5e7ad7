using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Tests.Values;

public sealed class ValueStartTests
{
    [Theory]
    [InlineData("espresso")]
    [InlineData(",")]
    [InlineData("العميل")]
    public void Of_WordThatBeginsNoValue_SaysSo(string word) =>
        Assert.Equal(Beginnings.None, ValueStart.Of(Tokenizer.Tokenize(word)[0]) & ~Beginnings.Code);

    [Theory]
    [InlineData("tomorrow", "Date")]
    [InlineData("every", "Recurrence")]
    [InlineData("بالفين", "Amount")]
    [InlineData("وكرتونين", "Quantity")]
    [InlineData("للطلب", "Code")]
    [InlineData("15", "All")]
    public void Of_WordThatBeginsOne_NamesItsKind(string word, string kind)
    {
        var kinds = Enum.Parse<Beginnings>(kind);

        Assert.Equal(kinds, ValueStart.Of(Tokenizer.Tokenize(word)[0]) & kinds);
    }
}
