using System.Text.Json.Nodes;
using AgentOS.Runtime.Catalog;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Tests.Quality;

/// <summary>How well examples are understood that were not learnt from: every fourth of each tool and language is held out.</summary>
internal sealed record HeldOut(string Language, int Count, int Intents, int Arguments, IReadOnlyList<string> Mistakes)
{
    private static readonly ValueContext Context = new(new DateOnly(2026, 11, 21), new TimeOnly(10, 0), DayOfWeek.Sunday, "SAR", TimeZoneInfo.Utc);

    public double IntentAccuracy => (double)Intents / Count;

    public double ArgumentAccuracy => (double)Arguments / Count;

    public static IReadOnlyList<HeldOut> Measure(IToolCatalog catalog, int offset = 3, UnderstandingOptions? options = null)
    {
        var kept = catalog.All.Select(t => t with { Examples = [.. Split(t, offset).Where(e => !e.Out).Select(e => e.Example)] });
        var model = EmbeddedUnderstanding.Train(new ToolCatalog(kept), options);
        var whole = EmbeddedUnderstanding.Train(catalog, (options ?? new UnderstandingOptions()) with { IntentPasses = 0, ArgumentPasses = 1 });
        return [.. new[] { AgentOS.Language.English, AgentOS.Language.Arabic }.Select(l => Measure(catalog, model, whole.Reader, l, offset))];
    }

    private static HeldOut Measure(IToolCatalog catalog, EmbeddedUnderstanding model, ValueReader wordsOfAll, string language, int offset)
    {
        int count = 0, intents = 0, arguments = 0;
        var mistakes = new List<string>();
        foreach (var tool in catalog.All)
        {
            var frame = model.Frame(tool.Name)!;
            foreach (var (example, _) in Split(tool, offset).Where(e => e.Out && e.Example.Language == language))
            {
                count++;
                var marked = MarkedText.Parse(example.Text);
                var utterance = EmbeddedUnderstanding.Read(marked.Text, Context);
                var best = model.Understand(utterance, Context).Best;
                if (best.Name == tool.Name) intents++;
                else mistakes.Add($"{language} INTENT {tool.Name} as {best.Name} {best.Probability:0.00}: {marked.Text}");
                var filled = model.Fill(frame, utterance, Context);
                var expected = Expected(frame, marked, utterance, wordsOfAll);
                if (JsonNode.DeepEquals(filled.Arguments, expected)) arguments++;
                else mistakes.Add($"{language} ARGS {example.Text}\n      got {filled.Arguments.ToJsonString(ToolJson.Options)}\n      not {expected.ToJsonString(ToolJson.Options)}");
            }
        }

        return new HeldOut(language, count, intents, arguments, mistakes);
    }

    /// <summary>The arguments that the marks stand for, read with the words of all examples.</summary>
    private static JsonObject Expected(ToolFrame frame, MarkedText marked, Utterance utterance, ValueReader reader)
    {
        var spans = SlotSpans.Of(marked, utterance.Tokens, frame) ?? throw new InvalidOperationException($"The marks of “{marked.Text}” fit no argument.");
        return new ArgumentBuilder(reader).Build(utterance.Text, utterance.Tokens, spans, Context);
    }

    private static IEnumerable<(ToolExample Example, bool Out)> Split(ToolDescriptor tool, int offset) =>
        tool.Examples.GroupBy(e => e.Language).SelectMany(g => g.Select((e, i) => (e, i % 4 == offset)));
}
