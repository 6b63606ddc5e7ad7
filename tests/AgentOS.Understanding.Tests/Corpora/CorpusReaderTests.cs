using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.Tests.Corpora;

public sealed class CorpusReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Read_IntentsSlotsAndOutOfScope_GivesAll()
    {
        var corpus = Read("""
            {"text": "two espressos for Sara", "intent": "order", "slots": [{"name": "who", "start": 18, "end": 22, "value": "Sara"}, {"name": "count", "start": 0, "end": 3, "value": "2"}]}
            {"text": "who won the match?", "intent": null}
            {"text": "كم عندنا اسبريسو", "intent": "stock", "slots": null}
            """);

        Assert.Equal([1, 2, 3], corpus.Lines);
        Assert.Equal(["order", null, "stock"], corpus.Utterances.Select(u => u.Intent));
        Assert.Equal([new LabelledSlot("count", 0, 3, "2"), new LabelledSlot("who", 18, 22, "Sara")], corpus.Utterances[0].Slots);
        Assert.True(corpus is { HasIntents: true, HasSlots: true, NamesIntents: true });
    }

    [Fact]
    public void Read_ByteOrderMarkCarriageReturnsAndEmptyLines_GivesTheSameUtterances()
    {
        var path = folder.Write("odd.jsonl", [0xEF, 0xBB, 0xBF, .. "\r\n{\"text\":\"one\",\"intent\":\"a\"}\r\n\r\n  {\"text\":\"two\",\"intent\":\"b\"}  \r\n \t\n"u8]);

        var corpus = CorpusReader.Read(path);

        Assert.Equal(["one", "two"], corpus.Utterances.Select(u => u.Text));
        Assert.Equal([2, 4], corpus.Lines);
    }

    [Fact]
    public void Read_NoLineHasAnIntent_TeachesSlotsAlone()
    {
        var corpus = Read("""{"text": "to Riyadh", "slots": [{"name": "city", "start": 3, "end": 9}]}""");

        Assert.False(corpus.NamesIntents);
        Assert.True(corpus.HasSlots);
    }

    [Fact]
    public void Read_OffsetsInCodePoints_AreKnownByTheirValue()
    {
        var corpus = Read("""{"text": "☕😀 for Sara", "intent": "order", "slots": [{"name": "who", "start": 7, "end": 11, "value": "Sara"}]}""");

        Assert.Equal(new LabelledSlot("who", 8, 12, "Sara"), Assert.Single(corpus.Utterances[0].Slots));
    }

    [Fact]
    public void Read_SlotWithWhiteSpaceAtItsEnds_LosesIt()
    {
        var corpus = Read("""{"text": "to Riyadh now", "intent": "go", "slots": [{"name": "city", "start": 2, "end": 10}]}""");

        Assert.Equal(new LabelledSlot("city", 3, 9), Assert.Single(corpus.Utterances[0].Slots));
    }

    [Theory]
    [InlineData("{\"text\": \"a\", \"intent\"", "no JSON object on one line")]
    [InlineData("{", "no JSON object on one line")]
    [InlineData("text,intent", "no JSON object on one line")]
    [InlineData("[]", "This is a list")]
    [InlineData("\"a\"", "This is a string")]
    [InlineData("{\"utterance\": \"a\", \"label\": \"b\"}", "'text' is missing (there is 'utterance', 'label')")]
    [InlineData("{\"text\": 3, \"intent\": \"a\"}", "'text' is a number")]
    [InlineData("{\"text\": \"  \", \"intent\": \"a\"}", "'text' is empty")]
    [InlineData("{\"text\": \"a\", \"intent\": 3}", "'intent' is a number")]
    [InlineData("{\"text\": \"a\", \"intent\": \"\"}", "'intent' is empty")]
    [InlineData("{\"text\": \"a\"}", "'intent' is missing, and line 1 has one")]
    [InlineData("{\"text\": \"half \\ud83d of it\", \"intent\": \"a\"}", "half of a surrogate pair")]
    [InlineData("{\"text\": \"a\", \"intent\": \"a\", \"slots\": {}}", "'slots' is an object")]
    [InlineData("{\"text\": \"a\", \"intent\": \"a\", \"slots\": [3]}", "Slot 1 is a number")]
    [InlineData("{\"text\": \"a\", \"intent\": \"a\", \"slots\": [{\"start\": 0, \"end\": 1}]}", "Slot 1 has no name")]
    [InlineData("{\"text\": \"a\", \"intent\": \"a\", \"slots\": [{\"name\": \"s\", \"start\": 0.5, \"end\": 1}]}", "no whole number as 'start'")]
    [InlineData("{\"text\": \"abc\", \"intent\": \"a\", \"slots\": [{\"name\": \"s\", \"start\": 1, \"end\": 4}]}", "goes from 1 to 4, and the text has 3 characters")]
    [InlineData("{\"text\": \"abc\", \"intent\": \"a\", \"slots\": [{\"name\": \"s\", \"start\": -1, \"end\": 2}]}", "goes from -1 to 2")]
    [InlineData("{\"text\": \"abc\", \"intent\": \"a\", \"slots\": [{\"name\": \"s\", \"start\": 2, \"end\": 2}]}", "goes from 2 to 2")]
    [InlineData("{\"text\": \"a b\", \"intent\": \"a\", \"slots\": [{\"name\": \"s\", \"start\": 1, \"end\": 2}]}", "covers white space alone")]
    [InlineData("{\"text\": \"abc\", \"intent\": \"a\", \"slots\": [{\"name\": \"s\", \"start\": 0, \"end\": 2}, {\"name\": \"t\", \"start\": 1, \"end\": 3}]}", "'s' (ab, 0 to 2) and 't' (bc, 1 to 3) overlap")]
    public void Read_BadLine_NamesFileLineAndProblem(string line, string problem)
    {
        var wrong = Assert.Throws<CorpusException>(() => Read("{\"text\": \"good\", \"intent\": \"a\"}\n" + line));

        Assert.StartsWith($"{folder.Path}/data.jsonl:2: ", wrong.Message.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Contains(problem, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(2, wrong.Line);
    }

    [Fact]
    public void Read_HugeLine_IsRefused()
    {
        var wrong = Assert.Throws<CorpusException>(() => Read("{\"text\": \"" + new string('a', 1 << 20) + "\", \"intent\": \"a\"}"));

        Assert.Contains(":1: The line has", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LongText_IsRefused()
    {
        var wrong = Assert.Throws<CorpusException>(() => Read("{\"text\": \"" + new string('a', 6_000) + "\", \"intent\": \"a\"}"));

        Assert.Contains(":1: 'text' has", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00 }, "UTF-16")]
    [InlineData(new byte[] { 0x7B, 0x22, 0xE9, 0x22, 0x7D }, "not UTF-8")]
    [InlineData(new byte[] { }, "has no utterances")]
    [InlineData(new byte[] { 0x0A, 0x20, 0x0D, 0x0A }, "has no utterances")]
    public void Read_NoTextToRead_SaysWhatItIs(byte[] bytes, string problem) =>
        Assert.Contains(problem, Assert.Throws<CorpusException>(() => CorpusReader.Read(folder.Write("bytes.jsonl", bytes))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_MissingFileOrFolder_SaysSo()
    {
        Assert.Contains("There is no such file", Assert.Throws<CorpusException>(() => CorpusReader.Read(Path.Combine(folder.Path, "none", "x.jsonl"))).Message, StringComparison.Ordinal);
        Assert.Contains("This is a folder", Assert.Throws<CorpusException>(() => CorpusReader.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WhatWasRead_ReadsTheSame()
    {
        var corpus = Read("""
            {"text": "طلب \"قهوة\" 😀", "intent": "order", "slots": [{"name": "what", "start": 5, "end": 9}]}
            {"text": "no", "intent": null}
            """);
        var copy = Path.Combine(folder.Path, "copy.jsonl");

        CorpusWriter.Write(copy, corpus.Utterances);

        var again = CorpusReader.Read(copy);
        Assert.Equal(corpus.Utterances.Select(CorpusWriter.Line), again.Utterances.Select(CorpusWriter.Line));
        Assert.Contains("قهوة", File.ReadAllText(copy), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private Corpus Read(string text) => CorpusReader.Read(folder.Write("data.jsonl", text));
}
