using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Slots;

public sealed class ParticleTests
{
    private static readonly string[] Lines =
    [
        "ارسل الفاتورة ل[زمزم](customer)", "ارسل العرض ل[نخيل](customer)", "ارسل الطلب ل[سدرة](customer)", "ارسل الملف ل[مرجان](customer)",
        "ارسل الفاتورة الى [ليان](customer)", "ارسل العرض الى [لمار](customer)", "ارسل الطلب الى [لؤلؤة](customer)", "افتح ملف [بيان](customer)",
    ];

    [Theory]
    [InlineData("ارسل الفاتورة لمرجان", "مرجان")]
    [InlineData("ارسل الملف لزمزم", "زمزم")]
    [InlineData("ارسل العرض الى ليان", "ليان")]
    public void Tag_ParticleWrittenOntoTheName_LeavesItOut(string text, string name)
    {
        var slot = Assert.Single(Tagger().Tag(text, Tokenizer.Tokenize(text), new IntentPrediction([new ScoredIntent("send", 1)], 1, false)));

        Assert.Equal(name, text[slot.Start..slot.End]);
    }

    private static SequenceTagger Tagger() => SequenceTagger.Train([.. Enumerable.Repeat(Lines, 4).SelectMany(l => l).Select(line =>
    {
        var marked = MarkedText.Parse(line);
        return new LabelledUtterance(marked.Text, "send", [.. marked.Marks.Select(m => new LabelledSlot(m.Argument, m.Start, m.End))]);
    })], null, new LearningOptions(), null);
}
