using AgentOS.Knowledge.Analysis;

namespace AgentOS.Knowledge.Tests.Analysis;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Ahmed's shop isn't far", "ahmed shop isn't far")]
    [InlineData("Café, naïve – Zürich", "cafe naive zurich")]
    [InlineData("الشَّحْنَةُ وصلـــت", "الشحنه وصلت")]
    [InlineData("إلى أحمد، آخر مسؤول؟", "الي احمد اخر مسوول")]
    [InlineData("Amazoniaأو بــAmazonia", "amazonia او ب amazonia")]
    [InlineData("\uFEDF\uFE8E", "لا")]
    [InlineData("", "")]
    [InlineData("…، -- ؟ 😀", "")]
    public void Tokenize_Words_AreFoldedAndScriptsApart(string text, string expected) => Assert.Equal(expected, Joined(text));

    [Theory]
    [InlineData("3.5", "3.5")]
    [InlineData("٣٫٥", "3.5")]
    [InlineData("12,500", "12500")]
    [InlineData("١٢٬٥٠٠", "12500")]
    [InlineData("1,250,000.75 SAR", "1250000.75 sar")]
    [InlineData("3,5 1,25 1,2345", "3,5 1,25 1,2345")]
    [InlineData("24/11/2026 15:30", "24 11 2026 15 30")]
    [InlineData("10kg", "10 kg")]
    public void Tokenize_Numbers_HaveOneSpelling(string text, string expected) => Assert.Equal(expected, Joined(text));

    [Theory]
    [InlineData("SO-1001", "so1001 so 1001")]
    [InlineData("so1001", "so1001 so 1001")]
    [InlineData("SO-١٠٠١", "so1001 so 1001")]
    [InlineData("ESP-1KG", "esp1kg esp kg")]
    [InlineData("B2B", "b2b")]
    [InlineData("well-known", "well known")]
    public void Tokenize_Codes_AreWholeAndInParts(string text, string expected) => Assert.Equal(expected, Joined(text));

    [Fact]
    public void Tokenize_EveryToken_TellsWhereItStands()
    {
        const string text = "Send «الشحنة» SO-1001, 12,500 pcs";
        Assert.Equal(["Send", "الشحنة", "SO-1001", "SO", "1001", "12,500", "pcs"], Tokenizer.Tokenize(text).Select(t => text[t.Start..t.End]));
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("a\uDC00b")]
    [InlineData("\u0300\u064B")]
    [InlineData("\0\uFFFF\uFFFE")]
    public void Tokenize_BrokenText_GivesTokensWithinIt(string text)
    {
        foreach (var token in Tokenizer.Tokenize(text)) Assert.True(token.Start >= 0 && token.Start < token.End && token.End <= text.Length && token.Word.Length > 0);
    }

    [Fact]
    public void Tokenize_WordWithoutEnd_IsCutIntoPieces()
    {
        var tokens = Tokenizer.Tokenize(new string('ب', 1_000));
        Assert.True(tokens.Count > 1);
        Assert.All(tokens, t => Assert.True(t.Word.Length <= 64));
        Assert.Equal(1_000, tokens.Sum(t => t.Word.Length));
    }

    private static string Joined(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(t => t.Word));
}
