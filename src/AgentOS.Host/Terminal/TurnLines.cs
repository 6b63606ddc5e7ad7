using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Host.Web.Chat;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Host.Terminal;

/// <summary>Shows turns to a program: each event as a line of JSON, or one object for a whole turn.</summary>
internal sealed class TurnLines(TextWriter output, string conversation, bool whole) : ITurnObserver
{
    private readonly JsonArray tools = [];

    public ValueTask OnAsync(TurnEvent step, CancellationToken cancel)
    {
        var (name, data) = TurnEventJson.Write(step);
        if (whole)
        {
            if (step is TurnEvent.ToolFinished) tools.Add(JsonNode.Parse(data.GetRawText()));
        }
        else if (step is not TurnEvent.Ended)
        {
            Write(new JsonObject { ["event"] = name, ["data"] = JsonNode.Parse(data.GetRawText()) });
        }

        return ValueTask.CompletedTask;
    }

    public void Show(TurnResult result)
    {
        var data = (JsonObject)JsonSerializer.SerializeToNode(result, ToolJson.Options)!;
        data["conversation"] = conversation;
        if (whole) data["tools"] = tools;
        Write(whole ? data : new JsonObject { ["event"] = "ended", ["data"] = data });
    }

    public void Problem(string code, string message)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        Write(whole ? new JsonObject { ["error"] = error } : new JsonObject { ["event"] = "error", ["data"] = new JsonObject { ["error"] = error } });
    }

    private void Write(JsonObject line)
    {
        output.WriteLine(line.ToJsonString(ToolJson.Options));
        output.Flush();
    }
}
