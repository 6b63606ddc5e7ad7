using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Intents;

public sealed class IntentClassifierTests
{
    private static readonly Lazy<IntentClassifier> Learnt = new(() => Train(IntentCorpus.Requests, null));

    private static readonly Lazy<IntentClassifier> Guarded = new(() => Train([.. IntentCorpus.Requests, .. IntentCorpus.Outside.Take(6)], [.. IntentCorpus.Unseen, .. IntentCorpus.Requests.Take(12), .. IntentCorpus.Outside]));

    [Fact]
    public void Predict_OtherWordsForKnownRequests_FindsTheIntent()
    {
        var right = IntentCorpus.Unseen.Count(u => Predict(Learnt.Value, u.Text).Ranking[0].Name == u.Intent);

        Assert.True(right >= IntentCorpus.Unseen.Count - 1, $"{right} of {IntentCorpus.Unseen.Count}");
    }

    [Fact]
    public void Predict_TypingMistakes_FindsTheIntent()
    {
        Assert.Equal("track", Predict(Learnt.Value, "wher is my ordr").Ranking[0].Name);
        Assert.Equal("refund", Predict(Learnt.Value, "can i get a refnud").Ranking[0].Name);
    }

    [Fact]
    public void Predict_LanguagesMixed_FindsTheIntent() => Assert.Equal("refund", Predict(Learnt.Value, "ابغى refund").Ranking[0].Name);

    [Fact]
    public void Predict_Ranking_IsOrderedAndAddsUpToAtMostOne()
    {
        var ranking = Predict(Learnt.Value, "order milk").Ranking;

        Assert.Equal(ranking.OrderByDescending(r => r.Probability), ranking);
        Assert.InRange(ranking.Sum(r => r.Probability), 0.99f, 1.001f);
    }

    [Fact]
    public void Predict_NothingKnown_IsLessInScopeThanARequest() =>
        Assert.True(Predict(Learnt.Value, "zzz qqq vvv").InScope < Predict(Learnt.Value, "where is my order").InScope);

    [Fact]
    public void Predict_NoWords_GivesARanking() => Assert.Equal(4, Predict(Learnt.Value, "").Ranking.Count);

    [Fact]
    public void Predict_OutOfScopeWasLearnt_TellsItApart()
    {
        Assert.True(Predict(Guarded.Value, "what is the capital of france").IsOutOfScope);
        Assert.False(Predict(Guarded.Value, "where is my parcel").IsOutOfScope);
        Assert.All(Predict(Guarded.Value, "who won the match").Ranking, r => Assert.NotNull(r.Name));
    }

    [Fact]
    public void Train_SameSeed_GivesTheSameModel() => Assert.Equal(Bytes(Learnt.Value), Bytes(Train(IntentCorpus.Requests, null)));

    [Fact]
    public void Train_OtherSeed_GivesAnotherModel() =>
        Assert.NotEqual(Bytes(Learnt.Value), Bytes(IntentClassifier.Train(IntentCorpus.Requests, null, new LearningOptions { Seed = 2 }, null)));

    [Fact]
    public void Train_TwoExamplesAnIntent_LearnsThem()
    {
        var few = IntentCorpus.Requests.GroupBy(r => r.Intent).SelectMany(g => g.Take(2)).ToList();

        var model = Train(few, null);

        Assert.All(few, u => Assert.Equal(u.Intent, Predict(model, u.Text).Ranking[0].Name));
    }

    [Fact]
    public void Train_ValidationHasAnUnknownIntent_IgnoresIt() =>
        Assert.Equal("hours", Predict(Train(IntentCorpus.Requests, [new LabelledUtterance("make me laugh", "joke", []), .. IntentCorpus.Unseen]), "when do you open").Ranking[0].Name);

    [Fact]
    public void Train_LearnsValidation_KnowsWhatValidationAloneShows()
    {
        LabelledUtterance[] validation = [.. IntentCorpus.Unseen, .. Enumerable.Range(0, 4).Select(_ => new LabelledUtterance("flibbertigibbet please", "refund", []))];

        var (without, with) = (Train(IntentCorpus.Requests, validation), IntentClassifier.Train(IntentCorpus.Requests, validation, new LearningOptions { LearnsValidation = true }, null));

        Assert.True(Refund(with) > 0.8f && Refund(with) > Refund(without), $"{Refund(without)} without, {Refund(with)} with");

        static float Refund(IntentClassifier model) => Predict(model, "flibbertigibbet").Ranking.Single(r => r.Name == "refund").Probability;
    }

    [Fact]
    public void Train_LearnsValidation_HasNoIntentOfValidationAlone() =>
        Assert.DoesNotContain("joke", IntentClassifier.Train(IntentCorpus.Requests, [new LabelledUtterance("make me laugh", "joke", []), .. IntentCorpus.Unseen], new LearningOptions { LearnsValidation = true }, null).Intents);

    [Fact]
    public void Train_NoIntents_Complains() => Assert.Throws<ArgumentException>(() => Train(IntentCorpus.Outside, null));

    [Fact]
    public void Train_Progress_EndsWhole()
    {
        var reports = new List<TrainingProgress>();

        IntentClassifier.Train(IntentCorpus.Requests, null, new LearningOptions { Light = true }, new Recorder(reports));

        Assert.Equal(1, reports.Max(r => r.Fraction), 5);
    }

    [Fact]
    public void Read_WhatWasWritten_PredictsTheSame()
    {
        var again = IntentClassifier.Read(new BinaryReader(new MemoryStream(Bytes(Guarded.Value))));

        foreach (var utterance in IntentCorpus.Unseen.Concat(IntentCorpus.Outside))
        {
            var (before, after) = (Predict(Guarded.Value, utterance.Text), Predict(again, utterance.Text));
            Assert.Equal(before.Ranking, after.Ranking);
            Assert.Equal(before.InScope, after.InScope);
        }
    }

    private static IntentClassifier Train(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation) => IntentClassifier.Train(training, validation, new LearningOptions(), null);

    private static IntentPrediction Predict(IntentClassifier model, string text) => model.Predict(text, Tokenizer.Tokenize(text));

    private static byte[] Bytes(IntentClassifier model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        model.Write(writer);
        return stream.ToArray();
    }

    private sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            lock (reports) reports.Add(value);
        }
    }
}
