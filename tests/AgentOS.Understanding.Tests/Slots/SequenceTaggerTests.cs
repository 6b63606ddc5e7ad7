using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Slots;

public sealed class SequenceTaggerTests
{
    private static readonly SequenceTagger Tagger = Train(1);

    [Theory]
    [InlineData("book a table at Olive for four on monday", "table", "place=Olive number=four day=monday")]
    [InlineData("play Moonlight by Otis Finch", "song", "song=Moonlight artist=Otis Finch")]
    [InlineData("احجز طاولة في الواحة يوم السبت", "table", "place=الواحة day=السبت")]
    [InlineData("stop the music", "stop", "")]
    public void Tag_WordsOfTheTraining_FindsTheSlots(string text, string intent, string expected) =>
        Assert.Equal(expected, Describe(Tagger, text, intent));

    [Theory]
    [InlineData("book a table at Quxley for two", "table", "place=Quxley number=two")]
    [InlineData("play Zorblax by Wendell Pum", "song", "song=Zorblax artist=Wendell Pum")]
    [InlineData("احجز طاولة في خرنفش يوم الجمعة", "table", "place=خرنفش day=الجمعة")]
    public void Tag_UnseenNames_FindsThemByTheWordsAround(string text, string intent, string expected) =>
        Assert.Equal(expected, Describe(Tagger, text, intent));

    [Fact]
    public void Tag_ManySpaces_GivesOffsetsOfTheTextItself()
    {
        const string Text = "  book a table at  Blue   Lagoon   for two";

        var slots = Tag(Tagger, Text, "table");

        Assert.Equal(["Blue   Lagoon", "two"], slots.Select(s => Text[s.Start..s.End]));
    }

    [Fact]
    public void Tag_NoTokens_FindsNothing() => Assert.Empty(Tag(Tagger, " ", "table"));

    [Fact]
    public void Train_SameSeed_GivesTheSameBytes() => Assert.Equal(Bytes(Train(7)), Bytes(Train(7)));

    [Fact]
    public void Train_NoSlotsAtAll_FindsNothing()
    {
        var tagger = SequenceTagger.Train([new LabelledUtterance("hello there", "greeting", [])], null, new LearningOptions(), null);

        Assert.Empty(Tag(tagger, "hello there", "greeting"));
    }

    [Fact]
    public void Read_WhatWasWritten_TagsAlike()
    {
        using var bytes = new MemoryStream(Bytes(Tagger));
        var read = SequenceTagger.Read(new BinaryReader(bytes));

        Assert.All(TaggingCorpus.Utterances, u => Assert.Equal(Describe(Tagger, u.Text, u.Intent!), Describe(read, u.Text, u.Intent!)));
        Assert.Equal(bytes.Length, bytes.Position);
    }

    private static SequenceTagger Train(int seed) => SequenceTagger.Train(TaggingCorpus.Utterances, null, new LearningOptions { Seed = seed }, null);

    private static byte[] Bytes(SequenceTagger tagger)
    {
        using var bytes = new MemoryStream();
        tagger.Write(new BinaryWriter(bytes));
        return bytes.ToArray();
    }

    private static IReadOnlyList<LabelledSlot> Tag(SequenceTagger tagger, string text, string intent) =>
        tagger.Tag(text, Tokenizer.Tokenize(text), new IntentPrediction([new ScoredIntent(intent, 1)], 1, false));

    private static string Describe(SequenceTagger tagger, string text, string intent) =>
        string.Join(' ', Tag(tagger, text, intent).Select(s => $"{s.Name}={text[s.Start..s.End]}"));
}
