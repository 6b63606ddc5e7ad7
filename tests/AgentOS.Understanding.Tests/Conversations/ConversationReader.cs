using System.Text.Json.Nodes;
using AgentOS.Tools;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Reads a conversation; every key it may have is named here.</summary>
internal static class ConversationReader
{
    public static ScriptedConversation Read(string folder, string kind, JsonObject conversation)
    {
        var name = conversation["name"]?.ToString() ?? throw new FormatException($"{folder}/{kind}: a conversation has no name");
        Known($"{folder}/{kind}: {name}", conversation, "name", "fails", "lines");
        return new ScriptedConversation(folder, kind, name, conversation["fails"]?.ToString(), [.. conversation["lines"]!.AsArray().Select(l => Line($"{folder}/{kind}: {name}", l!.AsObject()))]);
    }

    private static ScriptedLine Line(string where, JsonObject line)
    {
        Known(where, line, "say", "call", "calls", "approves", "asks", "offers", "says", "never", "language", "result", "results");
        var results = line["result"] is { } only ? [only] : List(line["results"]);
        return new ScriptedLine(line["say"]!.ToString())
        {
            Calls = [.. List(line["calls"] ?? line["call"]).Select((call, i) => Call(where, call!, results.ElementAtOrDefault(i)))],
            Approves = line["approves"] is { } approved ? Call(where, approved, results.LastOrDefault()) : null,
            Asks = line["asks"]?.ToString(),
            Offers = line["offers"] is JsonArray offers ? [.. offers.Select(o => o!.ToString())] : null,
            Says = [.. List(line["says"]).Select(s => s!.ToString())],
            Never = [.. List(line["never"]).Select(s => s!.ToString())],
            Language = line["language"]?.ToString(),
        };
    }

    /// <summary>A tool's name, or a mapping of it to its arguments.</summary>
    private static ScriptedCall Call(string where, JsonNode call, JsonNode? result)
    {
        var (tool, with) = call is JsonObject map ? (map.Single().Key, map.Single().Value as JsonObject ?? []) : (call.ToString(), null);
        if (Catalogs.All.Find(tool) is null) throw new FormatException($"{where}: there is no tool {tool}");
        return Result(where, new ScriptedCall(tool, with), result);
    }

    private static ScriptedCall Result(string where, ScriptedCall call, JsonNode? result)
    {
        if (result is not JsonObject outcome) return call with { Said = result?.ToString() };
        Known(where, outcome, "said", "shows", "error", "argument", "choices", "message");
        var argument = outcome["argument"]?.ToString();
        return call with
        {
            Said = outcome["said"]?.ToString(),
            Shows = [.. List(outcome["shows"]).Select(s => Mentions.Of(s!.ToString()))],
            Error = outcome["error"] is not { } code ? null : new ToolError(
                code.ToString(), outcome["message"]?.ToString() ?? code.ToString(), argument,
                outcome["choices"] is JsonArray choices ? [.. choices.Select(c => Mentions.Of(c!.ToString(), argument))] : null),
        };
    }

    private static List<JsonNode?> List(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list],
        _ => [node],
    };

    private static void Known(string where, JsonObject map, params string[] keys)
    {
        if (map.Select(p => p.Key).Except(keys).FirstOrDefault() is { } unknown) throw new FormatException($"{where}: unknown key '{unknown}'");
    }
}
