using System.Text.Json;
using Xunit;

namespace AgentOS.Host.Tests;

/// <summary>The commands for tuning, as a process, without a database.</summary>
public sealed class UnderstandingTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "AgentOS.Host.dll");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("understanding-");

    [Fact]
    public async Task TrainAndTest_SmallFile_GiveTheSameModelTwiceAndItsFigures()
    {
        var data = Write("data.jsonl", string.Join('\n', Examples()));
        var (code, output, errors) = await RunAsync("train", "--data", data, "--out", At("a.model"));
        Assert.True(code == 0, errors);
        Assert.Contains("41 utterances, 2 intents, 1 slots", output, StringComparison.Ordinal);
        Assert.Contains($"{data}:41: duplicate", errors, StringComparison.Ordinal);
        await RunAsync("train", "--data", data, "--out", At("b.model"));

        Assert.Equal(File.ReadAllBytes(At("a.model")), File.ReadAllBytes(At("b.model")));

        (code, output, errors) = await RunAsync("test", "--model", At("a.model"), "--data", data, "--json", "--report", At("report.md"));
        Assert.True(code == 0, errors);
        var figures = JsonElement.Parse(output);
        foreach (var figure in (string[])["intentAccuracy", "macroF1", "outOfScopeRecall", "matthewsCorrelation", "slotF1", "exactMatch", "trainingSeconds", "modelBytes"])
            Assert.True(figures.GetProperty(figure).ValueKind == JsonValueKind.Number, figure);
        var report = await File.ReadAllTextAsync(At("report.md"), TestContext.Current.CancellationToken);
        foreach (var heading in (string[])["## Intents", "## Slots", "## Out of scope"]) Assert.Contains(heading, report, StringComparison.Ordinal);

        (code, output, _) = await RunAsync("test", "--model", At("a.model"), "--data", data, "--report", At("report.html"));
        Assert.Equal(0, code);
        foreach (var line in (string[])["intent accuracy", "macro F1", "out-of-scope recall", "out-of-scope precision", "Matthews correlation", "slot F1", "exact match", "µs", "training", "model"])
            Assert.Contains(line, output, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(At("report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        (code, output, _) = await RunAsync("explain", "order one latte", "--model", At("a.model"), "--json");
        Assert.Equal((0, "order"), (code, JsonElement.Parse(output).GetProperty("ranking")[0].GetProperty("intent").GetString()));
        (code, output, _) = await RunAsync("confusions", "--model", At("a.model"), "--data", data);
        Assert.Equal(0, code);
        Assert.Contains("are mixed up", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order 3 espresso for Zamzam", "orders.create")]
    [InlineData("كم عندنا اسبريسو في الرياض؟", "stock.level")]
    public async Task Explain_ToolsOwnModel_SaysWhatItWouldCall(string said, string tool)
    {
        var (code, output, errors) = await RunAsync("explain", said, "--json");

        Assert.True(code == 0, errors);
        var explained = JsonElement.Parse(output);
        Assert.Equal(tool, explained.GetProperty("calls")[0].GetProperty("tool").GetString());
        Assert.NotEmpty(explained.GetProperty("calls")[0].GetProperty("arguments").EnumerateObject());
        Assert.True(explained.GetProperty("ranking").GetArrayLength() > 1);
        Assert.NotEmpty(explained.GetProperty("ranking")[0].GetProperty("words").EnumerateArray());
    }

    [Theory]
    [InlineData("tell me about zamzm bakry", "Zamzam Bakery")]
    [InlineData("علمني عن مخبز زمزوم", "مخبز زمزم")]
    public async Task Explain_NamesGiven_FindsThemMisspelt(string said, string name)
    {
        Write("names.txt", "Customer: Zamzam Bakery | مخبز زمزم\n\nSupplier: Najd Trading\n");

        var (code, output, errors) = await RunAsync("explain", said, "--names", At("names.txt"), "--json");

        Assert.True(code == 0, errors);
        Assert.Contains(name, JsonElement.Parse(output).GetProperty("calls")[0].GetProperty("arguments").GetProperty("customer").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Benchmark_OwnSetInAFolder_PrintsItsFiguresAndWhatDoesNotApply()
    {
        var examples = Examples().ToList();
        Write("sets/mine/train.jsonl", string.Join('\n', examples));
        Write("sets/mine/dev.jsonl", string.Join('\n', examples.Take(20)));
        Write("sets/other/readme.md", "nothing");

        var (code, output, errors) = await RunAsync("benchmark", At("sets"), "--part", "validation");

        Assert.True(code == 0, errors);
        Assert.Contains("mine: learnt from 41, asked 20 of the validation part", output, StringComparison.Ordinal);
        Assert.Contains("µs p99", output, StringComparison.Ordinal);
        Assert.Contains("form known here: other", errors, StringComparison.Ordinal);
        Assert.Contains("CLINC150: not in", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "There is no folder", "benchmark", "{0}/none")]
    [InlineData(2, "There is no set", "benchmark", "{0}")]
    [InlineData(2, "'--data' is required", "train", "--out", "{0}/x.model")]
    [InlineData(2, "which is to be learnt from", "train", "--data", "{0}/bad.jsonl", "--out", "{0}/bad.jsonl")]
    [InlineData(2, "there is no such folder", "train", "--data", "{0}/bad.jsonl", "--out", "{0}/none/x.model")]
    [InlineData(2, "is there and is no model", "train", "--data", "{0}/bad.jsonl", "--out", "{0}/one.jsonl")]
    [InlineData(1, "There is no such file", "train", "--data", "{0}/none.jsonl", "--out", "{0}/x.model")]
    [InlineData(1, "bad.jsonl:2: This is no JSON object", "train", "--data", "{0}/bad.jsonl", "--out", "{0}/x.model")]
    [InlineData(1, "nothing to tell apart", "train", "--data", "{0}/one.jsonl", "--out", "{0}/x.model")]
    [InlineData(1, "nothing to learn", "train", "--data", "{0}/none-in-scope.jsonl", "--out", "{0}/x.model")]
    [InlineData(1, "This is no understanding model", "test", "--model", "{0}/bad.jsonl", "--data", "{0}/one.jsonl")]
    [InlineData(1, "no such file", "explain", "hello", "--model", "{0}/none.model")]
    [InlineData(2, "the utterance is empty", "explain", " ")]
    [InlineData(2, "none.txt: there is no such file", "explain", "hello", "--names", "{0}/none.txt")]
    [InlineData(2, "one.jsonl:1: no tool takes a", "explain", "hello", "--names", "{0}/one.jsonl")]
    [InlineData(2, "--model needs --data", "confusions", "--model", "{0}/x.model")]
    public async Task Mistake_InAFileOrOption_IsOneMessageAndNothingWritten(int expected, string problem, params string[] arguments)
    {
        Write("bad.jsonl", "{\"text\": \"hi\", \"intent\": \"a\"}\n{\"text\": \"hi\",");
        Write("one.jsonl", """{"text": "hi", "intent": "a"}""");
        Write("none-in-scope.jsonl", """{"text": "hi", "intent": null}""");
        var before = Directory.EnumerateFileSystemEntries(folder.FullName).Order().ToList();

        var (code, output, errors) = await RunAsync([.. arguments.Select(a => a.Replace("{0}", folder.FullName, StringComparison.Ordinal))]);

        Assert.Equal(expected, code);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(output);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(folder.FullName).Order());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Examples()
    {
        string[] drinks = ["latte", "mocha", "espresso", "cortado", "flat white", "filter coffee", "cappuccino", "americano", "macchiato", "ristretto"];
        foreach (var drink in drinks)
        {
            yield return $$"""{"text": "order one {{drink}}", "intent": "order", "slots": [{"name": "drink", "start": 10, "end": {{10 + drink.Length}}}]}""";
            yield return $$"""{"text": "I want a {{drink}} please", "intent": "order", "slots": [{"name": "drink", "start": 9, "end": {{9 + drink.Length}}}]}""";
            yield return $$"""{"text": "how much is a {{drink}}", "intent": "price", "slots": [{"name": "drink", "start": 14, "end": {{14 + drink.Length}}}]}""";
        }

        foreach (var other in (string[])["who won", "what is love", "sing a song", "how tall is Everest", "tell me a joke", "is it raining", "when was Rome built", "why is the sky blue", "play chess", "what time is it in Lima"])
            yield return $$"""{"text": "{{other}}", "intent": null}""";
        yield return """{"text": "order one latte", "intent": "order"}""";
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return At(name);
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => Peers.RunAsync("dotnet", [Program, "understanding", .. arguments]);
}
