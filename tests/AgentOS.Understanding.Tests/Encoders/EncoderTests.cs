using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Encoders;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Encoders;

public sealed class EncoderTests
{
    private static readonly EncoderSettings Small = new() { Embedding = 16, Local = 16, Memory = 8, Members = 2, Epochs = 30, Batch = 8, Rate = 1e-2f };

    [Fact]
    public void Train_RequestsOfTwoKinds_TellsUnseenOnesApart()
    {
        var encoder = Encoder.Train(Requests(), new LearningOptions(), Small, null);

        Assert.Equal("order", Best(encoder, "please get me fourteen green cups"));
        Assert.Equal("visit", Best(encoder, "visit the harbour in Yanbu on Sunday"));
    }

    [Fact]
    public void Run_TrainedSlot_FindsWhereItBeginsAndEnds()
    {
        var encoder = Encoder.Train(Requests(), new LearningOptions(), Small, null);
        var tokens = Tokenizer.Tokenize("visit the port in Abha on Sunday");
        var labels = encoder.Outputs.Labels;
        var scores = new float[tokens.Count * labels.Outputs];

        encoder.Run(tokens, new float[encoder.Outputs.Classes], scores);

        var city = labels.Names.ToList().IndexOf("city");
        var abha = scores.AsSpan(4 * labels.Outputs, labels.Outputs);
        var visit = scores.AsSpan(0, labels.Outputs);
        Assert.True(abha[city] + abha[labels.Begins(city)] + abha[labels.Ends(city)] > abha[labels.Outside]);
        Assert.True(visit[labels.Outside] > visit[city] + visit[labels.Begins(city)] + visit[labels.Ends(city)]);
    }

    [Fact]
    public void Run_AnyUtterance_GivesLogarithmsOfProbabilities()
    {
        var encoder = Encoder.Train(Requests(), new LearningOptions(), Small with { Epochs = 1, Members = 1 }, null);
        var scores = new float[encoder.Outputs.Classes];

        encoder.Run(Tokenizer.Tokenize("something else"), scores, []);

        Assert.Equal(3, scores.Length);
        Assert.Equal(1, scores.Sum(score => MathF.Exp(score)), 1e-4);
    }

    [Fact]
    public void Run_NoTokens_AnswersStill()
    {
        var encoder = Encoder.Train(Requests(), new LearningOptions(), Small with { Epochs = 1 }, null);
        var scores = new float[encoder.Outputs.Classes];

        encoder.Run([], scores, []);

        Assert.All(scores, score => Assert.True(float.IsFinite(score)));
    }

    [Fact]
    public void Train_SameSeed_GivesTheSameModel()
    {
        var settings = Small with { Epochs = 3 };

        Assert.Equal(Bytes(Encoder.Train(Requests(), new LearningOptions(), settings, null)), Bytes(Encoder.Train(Requests(), new LearningOptions(), settings, null)));
    }

    [Fact]
    public void Read_WrittenEncoder_ScoresAlike()
    {
        var encoder = Encoder.Train(Requests(), new LearningOptions(), Small with { Epochs = 3 }, null);
        using var reader = new BinaryReader(new MemoryStream(Bytes(encoder)));
        var read = Encoder.Read(reader);

        Assert.Equal(encoder.Outputs.Intents, read.Outputs.Intents);
        foreach (var text in (string[])["get me 3 red plates", "زيارة جدة", "visit Tabuk"]) Assert.Equal(Scores(encoder, text), Scores(read, text));
    }

    [Fact]
    public void Train_NoSlots_LearnsIntentsAlone()
    {
        var encoder = Encoder.Train([.. Requests().Select(u => u with { Slots = [] })], new LearningOptions(), Small, null);

        Assert.Equal(0, encoder.Outputs.Labels.Outside);
        Assert.Equal("order", Best(encoder, "get me nine plates"));
    }

    private static List<LabelledUtterance> Requests()
    {
        var utterances = new List<LabelledUtterance>();
        foreach (var thing in (string[])["red cups", "green plates", "blue lamps", "long tables", "soft chairs"])
            foreach (var many in (string[])["three", "nine", "twenty"])
                utterances.Add(new LabelledUtterance($"please get me {many} {thing}", "order", []));
        foreach (var city in (string[])["Jeddah", "Abha", "Dammam", "Tabuk", "Yanbu"])
        {
            foreach (var sight in (string[])["port", "old town", "museum"])
            {
                var text = $"visit the {sight} in {city} on Sunday";
                var start = text.IndexOf(city, StringComparison.Ordinal);
                utterances.Add(new LabelledUtterance(text, "visit", [new LabelledSlot("city", start, start + city.Length)]));
            }
        }

        utterances.Add(new LabelledUtterance("tell me a joke", null, []));
        return utterances;
    }

    private static string Best(Encoder encoder, string text)
    {
        var scores = new float[encoder.Outputs.Classes];
        encoder.Run(Tokenizer.Tokenize(text), scores, []);
        return encoder.Outputs.Intents[Array.IndexOf(scores, scores.Max())];
    }

    private static float[] Scores(Encoder encoder, string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var intents = new float[encoder.Outputs.Classes];
        var labels = new float[tokens.Count * encoder.Outputs.Labels.Outputs];
        encoder.Run(tokens, intents, labels);
        return [.. intents, .. labels];
    }

    private static byte[] Bytes(Encoder encoder)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) encoder.Write(writer);
        return stream.ToArray();
    }
}
