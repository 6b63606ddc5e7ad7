using AgentOS.Knowledge.Passages;

namespace AgentOS.Knowledge.Tests.Passages;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("It costs 3.5 SAR. See SO-1001. Dr. Sami agrees.", "It costs 3.5 SAR.|See SO-1001.|Dr. Sami agrees.")]
    [InlineData("He said \"Yes.\" Then he left.", "He said \"Yes.\"|Then he left.")]
    [InlineData("Sizes, e.g. small, are free. End", "Sizes, e.g. small, are free.|End")]
    [InlineData("1. Clean it", "1. Clean it")]
    [InlineData("متى يصل الطلب؟ خلال يومين. شكراً!", "متى يصل الطلب؟|خلال يومين.|شكراً!")]
    [InlineData("السعر 3.5 ريال. الدفع لاحقاً", "السعر 3.5 ريال.|الدفع لاحقاً")]
    [InlineData("www.example.com is ours. Yes", "www.example.com is ours.|Yes")]
    public void Of_Text_FindsEnds(string text, string expected) => Assert.Equal(expected.Split('|'), Sentences.Of(text).Select(r => text[r]));
}
