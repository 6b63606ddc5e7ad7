using AgentOS.Knowledge.Analysis;

namespace AgentOS.Knowledge.Tests.Analysis;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData("May I return it? It cost 3.5 SAR.", "May I return it?|It cost 3.5 SAR.")]
    [InlineData("هل يمكن الإرجاع؟ وكم المدة؟", "هل يمكن الإرجاع؟|وكم المدة؟")]
    [InlineData("what must be obeyed when constructing\nmodels of aircraft .", "what must be obeyed when constructing\nmodels of aircraft .")]
    [InlineData("My order:\n- two grinders\n- a kettle", "My order:|- two grinders|- a kettle")]
    [InlineData("  \n ", "")]
    public void Of_Question_IsCutWhereASentenceOrItemEnds(string question, string parts) => Assert.Equal(parts, string.Join('|', QuestionParts.Of(question)));
}
