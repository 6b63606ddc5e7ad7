using AgentOS.Host.Web.Chat;
using AgentOS.Host.Web.SignIn;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Host.Web.Rest;

/// <summary>Looks at an approval and answers it. What comes back from a client is an id and a yes or no, never the call.</summary>
internal static class ApprovalEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/approvals/{id}", ShowAsync);
        app.MapPost("/api/v1/approvals/{id}", AnswerAsync);
    }

    private static async Task ShowAsync(HttpContext context, IApprovals approvals, string id)
    {
        var pending = await FindAsync(context, approvals, id);
        await ReplyResponses.JsonAsync(context, StatusCodes.Status200OK, new { pending.Approval, pending.Conversation });
    }

    private static async Task AnswerAsync(HttpContext context, IApprovals approvals, IToolPipeline pipeline, TurnStream turns, string id)
    {
        var answer = await JsonBody.ReadAsync<Answer>(context.Request, context.RequestAborted);
        var pending = await FindAsync(context, approvals, id);
        if (pending.Conversation is { } conversation)
            await turns.AnswerAsync(context, conversation, id, answer.Approved);
        else
            await ReplyResponses.WriteAsync(context, await pipeline.AnswerApprovalAsync(context.Principal(), id, answer.Approved, context.Language(), context.RequestAborted));
    }

    private static async ValueTask<PendingApproval> FindAsync(HttpContext context, IApprovals approvals, string id) =>
        await approvals.FindAsync(context.Principal(), id, context.RequestAborted)
        ?? throw new ToolException("approval_unknown", "There is no open approval with this id: it is unknown, answered or expired.");

    private sealed record Answer(bool Approved);
}
