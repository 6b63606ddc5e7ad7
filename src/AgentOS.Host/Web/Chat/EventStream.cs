using System.Text;
using System.Text.Json;
using AgentOS.Tools;
using Microsoft.AspNetCore.Http.Features;

namespace AgentOS.Host.Web.Chat;

/// <summary>Server-sent events. Writing to somebody who has gone does nothing: the work behind goes on.</summary>
internal sealed class EventStream(HttpContext context)
{
    public static bool IsWanted(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    public Task OpenAsync()
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        return context.Response.StartAsync(context.RequestAborted);
    }

    public ValueTask WriteAsync(string name, object data) => RawAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, ToolJson.Options)}\n\n");

    public ValueTask DataAsync(object data) => RawAsync($"data: {JsonSerializer.Serialize(data, ToolJson.Options)}\n\n");

    public async ValueTask RawAsync(string text)
    {
        if (context.RequestAborted.IsCancellationRequested) return;
        try
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The reader has left.
        }
    }
}
