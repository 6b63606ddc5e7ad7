using System.Text.Json;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Host.Web.Chat;

/// <summary>A turn's events as JSON, the same on the page, in the REST interface and in the terminal's <c>--json</c>.</summary>
internal static class TurnEventJson
{
    public static (string Name, JsonElement Data) Write(TurnEvent step) => step switch
    {
        TurnEvent.Text text => ("text", Element(new { text.Delta })),
        TurnEvent.ToolStarted tool => ("tool_started", Element(new { tool.CallId, tool.Tool, tool.Arguments })),
        TurnEvent.ToolFinished tool => ("tool_finished", Element(new { tool.CallId, tool.Tool, tool.Succeeded, tool.Said, tool.Data })),
        TurnEvent.ApprovalNeeded needed => ("approval_needed", Element(new { needed.Approval })),
        TurnEvent.HandedOff handed => ("handed_off", Element(new { handed.From, handed.To })),
        TurnEvent.Ended ended => ("ended", Element(ended.Result)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "An event without a JSON form."),
    };

    private static JsonElement Element(object value) => JsonSerializer.SerializeToElement(value, ToolJson.Options);
}
