using AgentOS.Host.Web.SignIn;
using AgentOS.Tools;

namespace AgentOS.Host.Web.Rest;

/// <summary>One endpoint for each tool that has a route. There is no logic here: the pipeline does it all.</summary>
internal static class ToolEndpoints
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;

    public static void MapTools(this IEndpointRouteBuilder app)
    {
        foreach (var route in app.ServiceProvider.GetRequiredService<IToolCatalog>().All.Select(ToolRoute.Of).OfType<ToolRoute>())
        {
            app.MapMethods(route.Pattern, [route.Method], (HttpContext context, IToolPipeline pipeline) => CallAsync(context, pipeline, route))
                .WithName(route.Tool.Name);
        }

        app.MapGet("/api/v1/tools", (IToolCatalog catalog) => Results.Json(new { tools = catalog.All.Select(ToolSummary.Of) }, ToolJson.Options));
    }

    private static async Task CallAsync(HttpContext context, IToolPipeline pipeline, ToolRoute route)
    {
        var arguments = await ArgumentReader.ReadAsync(context.Request, route, context.RequestAborted);
        var call = new ToolCall(route.Tool, arguments, context.Principal(), context.Language(), KeyOf(context));
        await ReplyResponses.WriteAsync(context, await pipeline.CallAsync(call, context.RequestAborted));
    }

    // The key is the caller's own: another user's same key is another call.
    private static string KeyOf(HttpContext context)
    {
        var key = context.Request.Headers[KeyHeader].ToString();
        if (key.Length > LongestKey) throw new ToolException("invalid_arguments", $"{KeyHeader} is longer than {LongestKey} characters.");
        return key.Length == 0 ? $"rest:{Guid.CreateVersion7()}" : $"rest:{context.Principal().UserId}:{key}";
    }
}
