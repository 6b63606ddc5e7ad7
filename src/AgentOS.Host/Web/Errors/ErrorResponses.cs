using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Host.Web.Errors;

/// <summary>Writes a failure in the form of the surface that was asked: our envelope, or OpenAI's under <c>/v1</c>.</summary>
internal static class ErrorResponses
{
    public static Task WriteAsync(HttpContext context, Failure failure)
    {
        context.Response.StatusCode = failure.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        object body = context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)
            ? OpenAi(failure)
            : Envelope(context, failure);
        return JsonSerializer.SerializeAsync(context.Response.Body, body, ToolJson.Options, context.RequestAborted);
    }

    public static object Envelope(HttpContext context, Failure failure)
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        return new { error = new ErrorBody(failure.Code, failure.Message, failure.Details, clock.GetUtcNow(), context.TraceIdentifier) };
    }

    public static object OpenAi(Failure failure) =>
        new { error = new { failure.Message, type = OpenAiType(failure.Status), param = (string?)null, failure.Code } };

    private static string OpenAiType(int status) => status switch
    {
        401 => "authentication_error",
        403 => "permission_error",
        429 => "rate_limit_error",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    private sealed record ErrorBody(
        string Code,
        string Message,
        [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] object? Details,
        DateTimeOffset Timestamp,
        string RequestId);
}
