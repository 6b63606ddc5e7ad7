using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Lexicons;

public sealed class LexiconTests
{
    private static readonly Lexicon Words = Lexicon.Of(LexiconReader.Read(
        """
        # a few
        food.fruit:
          en: apple, dragon fruit,
              berry
          ar: تفاح، تفاحة
          arabizi: tuffa7
        finance.card:
          en: credit card, card
          ar: بطاقة ائتمان
        place.country:
          ar: السعودية
        food.dish:
          en: bake, stir-fry
          ar: كبسة
        """,
        "test.yaml"));

    [Theory]
    [InlineData("an apple", "1-2 food.fruit")]
    [InlineData("Apples and berries", "0-1 food.fruit|2-3 food.fruit")]
    [InlineData("baking", "0-1 food.dish")]
    [InlineData("two dragon fruits", "1-3 food.fruit")]
    [InlineData("my credit cards", "1-3 finance.card")]
    [InlineData("card credit", "0-1 finance.card")]
    [InlineData("a stir fry or stir-fry", "1-3 food.dish|4-7 food.dish")]
    [InlineData("abi tuffa7", "1-3 food.fruit")]
    [InlineData("nothing known", "")]
    public void Match_EnglishForms_AreFound(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("التفاح", "0-1 food.fruit")]
    [InlineData("تُفّاحات", "0-1 food.fruit")]
    [InlineData("تفاحتي وكبستها", "0-1 food.fruit|1-2 food.dish")]
    [InlineData("بطاقة الائتمان", "0-2 finance.card")]
    [InlineData("ببطاقتي", "")]
    [InlineData("بطاقات الإئتمان", "0-2 finance.card")]
    [InlineData("بالسعودية", "0-1 place.country")]
    [InlineData("للسعوديه", "0-1 place.country")]
    [InlineData("هالكبسة", "0-1 food.dish")]
    public void Match_ArabicForms_AreFound(string text, string expected) => Assert.Equal(expected, Found(text));

    [Fact]
    public void ParentOf_PathOfTwo_IsItsFirst()
    {
        Assert.Equal(Words.IndexOf("food"), Words.ParentOf(Words.IndexOf("food.fruit")));
        Assert.Equal(-1, Words.ParentOf(Words.IndexOf("food")));
    }

    [Theory]
    [InlineData("food.fruit\n  en: apple")]
    [InlineData("food.fruit:\n  fr: pomme")]
    [InlineData("  en: apple")]
    public void Read_OutOfForm_SaysWhere(string yaml) =>
        Assert.StartsWith("list.yaml:", Assert.Throws<InvalidDataException>(() => LexiconReader.Read(yaml, "list.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Match_KnownWords_AllocatesNothing()
    {
        var tokens = Tokenizer.Tokenize("two dragon fruits with my credit cards للسعودية وتفاحتين");
        var into = new List<LexiconMatch>(64);
        Words.Match(tokens, into);
        into.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Words.Match(tokens, into);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(4, into.Count);
    }

    private static string Found(string text)
    {
        var into = new List<LexiconMatch>();
        Words.Match(Tokenizer.Tokenize(text), into);
        return string.Join('|', into.Select(match => $"{match.Start}-{match.End} {Words.Classes[match.Class]}"));
    }
}
