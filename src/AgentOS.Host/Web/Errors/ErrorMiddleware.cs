namespace AgentOS.Host.Web.Errors;

/// <summary>Turns whatever a request ends with into one answer; only what should not happen is logged with its trace.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null)
                await FillEmptyAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for the answer any more.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var failure = Failure.Of(exception);
            if (failure.Status >= 500) LogFailed(exception, context.Request.Method, context.Request.Path, context.TraceIdentifier);
            context.Response.Clear();
            await ErrorResponses.WriteAsync(context, failure);
        }
    }

    private static Task FillEmptyAsync(HttpContext context) => context.Response.StatusCode switch
    {
        401 => ErrorResponses.WriteAsync(context, new(401, "unauthenticated", "Sign in, or send an API key: 'Authorization: Bearer aos_…' (./agentos keys create).")),
        403 => ErrorResponses.WriteAsync(context, new(403, "forbidden", "You are not allowed to do this.")),
        404 => ErrorResponses.WriteAsync(context, new(404, "not_found", $"There is nothing at {context.Request.Path}.")),
        405 => ErrorResponses.WriteAsync(context, new(405, "method_not_allowed", $"{context.Request.Path} does not take {context.Request.Method}.")),
        413 => ErrorResponses.WriteAsync(context, Failure.TooLarge),
        415 => ErrorResponses.WriteAsync(context, new(415, "unsupported_media_type", "Send JSON: 'Content-Type: application/json'.")),
        _ => Task.CompletedTask,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed (request {RequestId})")]
    private partial void LogFailed(Exception exception, string method, string path, string requestId);
}
