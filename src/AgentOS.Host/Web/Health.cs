using AgentOS.Tools;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentOS.Host.Web;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: so does all it depends on.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "live" }, ToolJson.Options)).AllowAnonymous();
        app.MapGet("/health/ready", async (HealthCheckService health, CancellationToken cancel) =>
        {
            var report = await health.CheckHealthAsync(cancel);
            var ready = report.Status != HealthStatus.Unhealthy;
            var checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status);
            return Results.Json(new { status = ready ? "ready" : "not_ready", checks }, ToolJson.Options, statusCode: ready ? 200 : 503);
        }).AllowAnonymous();
    }
}
