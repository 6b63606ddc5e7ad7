using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("أُسْرَةٌ", "اسره")]
    [InlineData("مؤتمر ئ آلة إلى", "موتمر ي اله الي")]
    [InlineData("الـــرياض ٢٠٢٦", "الرياض 2026")]
    [InlineData("Café گهوة", "cafe قهوه")]
    [InlineData("Ñandú ÅNGSTRÖM Łódź", "nandu angstrom łodz")]
    [InlineData("e\u0301te\u0301 don’t", "ete don't")]
    [InlineData("كيف؟", "كيف؟")]
    [InlineData("STC كهرباء", "stc كهرباء")]
    public void Fold_PlainAndOtherText_GivesOneSpelling(string text, string expected) => Assert.Equal(expected, Folding.Fold(text));
}
