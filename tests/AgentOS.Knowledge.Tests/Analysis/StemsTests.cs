using AgentOS.Knowledge.Analysis;

namespace AgentOS.Knowledge.Tests.Analysis;

public sealed class StemsTests
{
    [Theory]
    [InlineData("returns", "returned")]
    [InlineData("delivery", "deliveries")]
    [InlineData("Shipping", "shipped")]
    [InlineData("policies", "policy")]
    [InlineData("Customer's", "customers")]
    [InlineData("الشحنات", "شحنة")]
    [InlineData("وللعملاء", "عميل")]
    [InlineData("المشاريع", "مشروع")]
    [InlineData("فواتيركم", "الفاتورة")]
    [InlineData("أسعارها", "السعر")]
    [InlineData("بالأرقام", "رقم")]
    [InlineData("موظفون", "الموظفين")]
    [InlineData("وسيشحن", "يشحن")]
    [InlineData("رسائل", "الرسالة")]
    [InlineData("لعميلنا", "العملاء")]
    public void Stem_FormsOfOneWord_AreEqual(string one, string other) => Assert.Equal(Stem(one), Stem(other));

    [Theory]
    [InlineData("internal", "international")]
    [InlineData("news", "new")]
    [InlineData("united", "universe")]
    [InlineData("شركة", "شحنة")]
    [InlineData("مورد", "مدير")]
    [InlineData("SO-1001", "SO-1002")]
    [InlineData("3.5", "35")]
    public void Stem_DifferentWords_Differ(string one, string other) => Assert.NotEqual(Stem(one), Stem(other));

    /// <summary>From the vocabulary that the Snowball project tests its English algorithm with.</summary>
    [Theory]
    [InlineData("consolingly", "consol")]
    [InlineData("knightly", "knight")]
    [InlineData("generously", "generous")]
    [InlineData("communities", "communiti")]
    [InlineData("dying", "die")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("agreed", "agre")]
    [InlineData("relational", "relat")]
    [InlineData("electricity", "electr")]
    [InlineData("adjustment", "adjust")]
    [InlineData("controlling", "control")]
    [InlineData("skies", "sky")]
    [InlineData("succeeding", "succeed")]
    [InlineData("rate", "rate")]
    [InlineData("sayings", "say")]
    public void Stem_English_IsSnowballs(string word, string stem) => Assert.Equal(stem, Stems.Of(word));

    private static string Stem(string text) => Tokenizer.Tokenize(text)[0].Stem;
}
