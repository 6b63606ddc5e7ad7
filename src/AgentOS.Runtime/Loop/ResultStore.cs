using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>Whole results that a model was given only the beginning of; kept as long as the conversation's messages are.</summary>
internal sealed class ResultStore
{
    private const int MaxRead = 16_000;
    private const int MaxKept = 16;
    private static readonly ConditionalWeakTable<List<ChatMessage>, ResultStore> Stores = [];

    private readonly Queue<KeyValuePair<string, string>> kept = new();
    private readonly AIFunction readOn;
    private int count;

    private ResultStore() => readOn = AIFunctionFactory.Create(Read, new AIFunctionFactoryOptions
    {
        Name = ResultCap.ReadOn,
        Description = "Reads on in a long result that was cut.",
        AdditionalProperties = new Dictionary<string, object?> { [LoopTool.EffectKey] = "read" },
    });

    public static ResultStore Of(LoopRun run)
    {
        var store = Stores.GetValue(run.Messages, static _ => new ResultStore());
        if (run.Options.Tools is not { } tools || !tools.Contains(store.readOn))
        {
            run.Options = run.Options.Clone();
            run.Options.Tools = [.. run.Options.Tools ?? [], store.readOn];
        }

        return store;
    }

    public string Keep(string text)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"r{++count}");
        kept.Enqueue(new(reference, text));
        if (kept.Count > MaxKept) kept.Dequeue();
        return reference;
    }

    private string Read([Description("The reference given where the result was cut.")] string reference, [Description("First character to read.")] int offset)
    {
        var text = kept.FirstOrDefault(k => k.Key == reference).Value;
        if (text is null) return $"There is no kept result '{reference}'. Call the tool again.";
        if (offset < 0 || offset >= text.Length) return $"The result has {text.Length} characters; the offset is outside it.";
        return text.Substring(offset, Math.Min(MaxRead, text.Length - offset));
    }
}
