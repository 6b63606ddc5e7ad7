using System.Text.RegularExpressions;
using AgentOS.Host.Web.SignIn;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Host.Web.Chat;

/// <summary>The chat page's side, and any program's that wants to talk instead of call.</summary>
internal static partial class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/conversations/{id}", async (HttpContext context, History history, string id) =>
        {
            CheckId(id);
            return Results.Json(new { turns = await history.ReadAsync(context.Principal(), id, context.RequestAborted) }, ToolJson.Options);
        });
        app.MapPost("/api/v1/conversations/{id}/messages", SayAsync);
        app.MapPost("/api/v1/conversations/{id}/stop", (HttpContext context, RunningTurns running, string id) =>
            Results.Json(new { stopped = running.Stop(context.Principal().UserId, id) }, ToolJson.Options));
    }

    private static async Task SayAsync(HttpContext context, TurnStream turns, string id)
    {
        var said = await JsonBody.ReadAsync<Said>(context.Request, context.RequestAborted);
        CheckId(id);
        await turns.SayAsync(context, new IncomingMessage(context.Principal(), id, CheckText(said.Text), said.Agent, said.MessageId));
    }

    public static string CheckText(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new ToolException("invalid_arguments", "The message is empty.");
        if (text.Length > RequestLimits.MessageCharacters)
            throw new ToolException("too_large", $"The message has {text.Length} characters; at most {RequestLimits.MessageCharacters} are taken.");
        return text;
    }

    public static void CheckId(string id)
    {
        if (!Id().IsMatch(id)) throw new ToolException("invalid_arguments", "A conversation's id has 1 to 100 letters, digits, '-', '_', '.' or ':'.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.:\-]{1,100}\z")]
    private static partial Regex Id();

    private sealed record Said(string Text, string? Agent = null, string? MessageId = null);
}
