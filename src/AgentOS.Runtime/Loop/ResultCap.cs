using System.Globalization;
using System.Text.Json;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>Keeps long results from the model: it gets their beginning, and a reference to read on with.</summary>
internal static class ResultCap
{
    /// <summary>Name of the function that reads on; offered once a result has been cut.</summary>
    public const string ReadOn = "read_result";

    public static object? Apply(LoopRun run, object? result, int maxLength)
    {
        // A reply is measured by its data, which is what grows; the rest is bounded.
        var text = result switch
        {
            string s => s,
            ToolReply { Data: { } data } => data.GetRawText(),
            JsonElement json => json.GetRawText(),
            null or ToolReply => null,
            _ => Text(result),
        };
        if (text is null || text.Length <= maxLength) return result is ToolReply small ? small.ToJson() : result;
        var store = ResultStore.Of(run);
        var reference = store.Keep(result is ToolReply reply ? reply.ToJson().GetRawText() : text);
        return string.Create(CultureInfo.InvariantCulture,
            $"{text.AsSpan(0, maxLength / 2)}\n[cut after {maxLength / 2} of {text.Length} characters; call {ReadOn} with reference \"{reference}\" and offset {maxLength / 2} to read on]");
    }

    public static string Text(object? result) => result switch
    {
        null => "",
        string text => text,
        JsonElement json => json.GetRawText(),
        ToolReply reply => reply.ToJson().GetRawText(),
        _ => JsonSerializer.Serialize(result, result.GetType(), AIJsonUtilities.DefaultOptions),
    };
}
