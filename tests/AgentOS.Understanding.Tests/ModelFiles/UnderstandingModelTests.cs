using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.ModelFiles;

namespace AgentOS.Understanding.Tests.ModelFiles;

public sealed class UnderstandingModelTests : IDisposable
{
    private static readonly UnderstandingModel Learnt = UnderstandingModel.Train(SmallCorpus.All);
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Predict_WordsLikeTheExamples_GivesIntentAndSlots()
    {
        var prediction = Learnt.Predict("book a room in Abha");

        Assert.Equal("book", prediction.Intent);
        Assert.Equal("book", prediction.Ranking[0].Name);
        Assert.InRange(prediction.Confidence, 0.3f, 1f);
        Assert.Equal(new LabelledSlot("city", 15, 19), Assert.Single(prediction.Slots) with { Value = null });
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("😀")]
    [InlineData("\ud83d")]
    [InlineData("\0")]
    public void Predict_HardlyAnyWords_AnswersAnyhow(string text) => Assert.NotNull(Learnt.Predict(text));

    [Fact]
    public void Predict_VeryLongText_AnswersAnyhow() => Assert.NotNull(Learnt.Predict(string.Concat(Enumerable.Repeat("book a room in Abha ", 2_000))));

    [Fact]
    public void Load_WhatWasSaved_PredictsTheSame()
    {
        var path = Save(Learnt, "a.model");

        var again = UnderstandingModel.Load(path);

        Assert.Equal(Learnt.Intents, again.Intents);
        Assert.All(SmallCorpus.All, u => Assert.Equal(Describe(Learnt, u.Text), Describe(again, u.Text)));
        Assert.Equal(["a.model"], Directory.EnumerateFiles(folder.Path).Select(f => Path.GetFileName(f)));
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Save(again, "b.model")));
    }

    [Fact]
    public void Train_SameExamplesAndSeed_GivesTheSameBytes()
    {
        var again = UnderstandingModel.Train([.. SmallCorpus.All.Select(u => u with { })], null, new LearningOptions { Seed = 1 });

        Assert.Equal(File.ReadAllBytes(Save(Learnt, "a.model")), File.ReadAllBytes(Save(again, "b.model")));
    }

    [Fact]
    public void Train_LearnsValidation_FindsSlotsThatValidationAloneHas()
    {
        LabelledUtterance[] validation = [.. SmallCorpus.All.Where(u => u.Intent == "book").Select(u => new LabelledUtterance($"wing seven: {u.Text}", u.Intent, [new LabelledSlot("wing", 5, 10)]))];

        var model = UnderstandingModel.Train(SmallCorpus.All, validation, new LearningOptions { LearnsValidation = true });

        Assert.Contains(model.Predict("wing seven: book a room in Abha").Slots, s => (s.Name, s.Start, s.End) == ("wing", 5, 10));
        Assert.Equal(Learnt.Intents, model.Intents);
    }

    [Fact]
    public void Train_WithoutSlots_FindsNone() => Assert.Empty(UnderstandingModel.Train(SmallCorpus.WithoutSlots).Predict("book a room in Abha").Slots);

    [Fact]
    public void Train_SlotsAlone_FindsThemAndNoIntent()
    {
        var path = Save(UnderstandingModel.Train(SmallCorpus.SlotsAlone), "slots.model");

        var prediction = UnderstandingModel.Load(path).Predict("one mocha to go");

        Assert.Null(prediction.Intent);
        Assert.Equal(("drink", 4, 9), Assert.Single(prediction.Slots) is var slot ? (slot.Name, slot.Start, slot.End) : default);
    }

    [Fact]
    public void Train_NothingToTellApart_SaysSo() =>
        Assert.Throws<ArgumentException>(() => UnderstandingModel.Train([new("hi", "hello", []), new("hey", "hello", [])]));

    [Fact]
    public void Train_OneExampleAnIntent_Learns() =>
        Assert.Equal("bye", UnderstandingModel.Train([new("hello there", "hello", []), new("see you later", "bye", [])]).Predict("see you").Ranking[0].Name);

    [Fact]
    public void Predict_ManyThreads_GiveTheSameAnswers()
    {
        var alone = SmallCorpus.All.Select(u => Describe(Learnt, u.Text)).ToList();

        Parallel.For(0, 400, i => Assert.Equal(alone[i % alone.Count], Describe(Learnt, SmallCorpus.All[i % alone.Count].Text)));
    }

    [Fact]
    public void Load_DamagedForeignOrMissing_IsOneClearError()
    {
        var bytes = File.ReadAllBytes(Save(Learnt, "a.model"));

        Assert.Contains("checksum", Wrong([.. bytes[..^9]]), StringComparison.Ordinal);
        Assert.Contains("checksum", Wrong([.. bytes[..200], (byte)(bytes[200] ^ 1), .. bytes[201..]]), StringComparison.Ordinal);
        Assert.Contains("form 77", Wrong([.. bytes[..8], 77, .. bytes[9..]]), StringComparison.Ordinal);
        Assert.Contains("no understanding model", Wrong("PK just some file, longer than the head of a model is, and of another kind"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("no understanding model", Wrong([]), StringComparison.Ordinal);
        Assert.Contains("no understanding model", Wrong(bytes[..20]), StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<ModelFileException>(() => UnderstandingModel.Load(Path.Combine(folder.Path, "none"))).Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<ModelFileException>(() => UnderstandingModel.Load(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_IntoAMissingFolder_SaysSoAndLeavesNothing()
    {
        Assert.Throws<ModelFileException>(() => Learnt.Save(Path.Combine(folder.Path, "none", "a.model")));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    public void Dispose() => folder.Dispose();

    private string Wrong(byte[] bytes)
    {
        var path = folder.Write("wrong.model", bytes);
        var wrong = Assert.Throws<ModelFileException>(() => UnderstandingModel.Load(path));
        Assert.StartsWith(path, wrong.Message, StringComparison.Ordinal);
        return wrong.Message;
    }

    private string Save(UnderstandingModel model, string name)
    {
        var path = Path.Combine(folder.Path, name);
        model.Save(path);
        return path;
    }

    private static string Describe(UnderstandingModel model, string text)
    {
        var p = model.Predict(text);
        return $"{p.Intent} {p.Confidence:R} {p.InScope:R} {string.Join(' ', p.Ranking)} {string.Join(' ', p.Slots)}";
    }
}
