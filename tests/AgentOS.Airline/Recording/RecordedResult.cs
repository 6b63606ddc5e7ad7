using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Airline.Recording;

/// <summary>Compares a result with the recorded one.</summary>
internal static class RecordedResult
{
    /// <summary>Texts and refusals letter by letter; everything else as JSON, in which the order of members means nothing.</summary>
    public static bool Equal(ToolReply? reply, string recorded)
    {
        if (reply is null) return false;
        if (reply.Error is { } error) return recorded == "Error: " + error.Message;
        if (reply.Data is not { } data) return false;
        if (reply.View == nameof(Note)) return recorded == data.GetProperty("text").GetString();
        return recorded is ['{' or '[', ..] && JsonElement.DeepEquals(JsonElement.Parse(recorded), Bare(reply.View!, data));
    }

    /// <summary>The recording has lists without a name around them.</summary>
    private static JsonElement Bare(string view, JsonElement data) => view switch
    {
        nameof(FlightList) => data.GetProperty("flights"),
        nameof(ConnectionList) => data.GetProperty("connections"),
        nameof(AirportList) => data.GetProperty("airports"),
        _ => data,
    };
}
