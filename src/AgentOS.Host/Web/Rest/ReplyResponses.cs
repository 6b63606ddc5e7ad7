using System.Text.Json;
using AgentOS.Host.Web.Errors;
using AgentOS.Tools;

namespace AgentOS.Host.Web.Rest;

/// <summary>Writes what a call came to: 200 with the view, 202 with the approval it waits for, or the error.</summary>
internal static class ReplyResponses
{
    public static Task WriteAsync(HttpContext context, ToolReply reply)
    {
        if (reply.Error is not null) return ErrorResponses.WriteAsync(context, Failure.Of(reply));
        if (reply.Approval is { } approval)
        {
            context.Response.Headers.Location = $"/api/v1/approvals/{approval.Id}";
            return JsonAsync(context, StatusCodes.Status202Accepted, new { approval });
        }

        return JsonAsync(context, StatusCodes.Status200OK, new { reply.View, reply.Data, reply.Said, reply.Repeated });
    }

    public static Task JsonAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, body, ToolJson.Options, context.RequestAborted);
    }
}
