using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Dialogue;

public sealed class ArabiziTests
{
    [Theory]
    [InlineData("abi 3 espresso")]
    [InlineData("Abi 3 espresso")]
    [InlineData("kam 3ndna?")]
    [InlineData("otlob 5 grinders l Contoso")]
    [InlineData("zain")]
    [InlineData("la")]
    public void IsSpoken_ArabicInLatinLetters_IsSo(string text) => Assert.True(Arabizi.IsSpoken(text));

    [Theory]
    [InlineData("order 3 espresso for Zamzam")]
    [InlineData("Zain")]
    [InlineData("show Angel Bakery")]
    [InlineData("كم عندنا؟")]
    [InlineData("3")]
    [InlineData("?")]
    [InlineData("")]
    public void IsSpoken_AnythingElse_IsNot(string text) => Assert.False(Arabizi.IsSpoken(text));

    [Theory]
    [InlineData("abi 3 espresso")]
    [InlineData("mashkoor")]
    public async Task SayAsync_ArabicInLatinLetters_IsAnsweredInArabicScript(string said) =>
        Assert.Equal(Language.Arabic, Language.Of(await new Talk().SayAsync(said)));
}
