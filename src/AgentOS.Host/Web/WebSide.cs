using AgentOS.Host.Web.Chat;
using AgentOS.Host.Web.Errors;
using AgentOS.Host.Web.Mcp;
using AgentOS.Host.Web.OpenAi;
using AgentOS.Host.Web.OpenApi;
using AgentOS.Host.Web.Rest;
using AgentOS.Host.Web.SignIn;
using AgentOS.Tools;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace AgentOS.Host.Web;

/// <summary>Everything that answers over HTTP.</summary>
internal static class WebSide
{
    public static void AddWebSide(this WebApplicationBuilder builder, WebSettings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.BodyBytes;
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RunningTurns>();
        builder.Services.AddSingleton<TurnStream>();
        builder.Services.AddSingleton<History>();
        builder.Services.AddSingleton<OpenApiDocument>();
        builder.Services.AddSingleton<Threads>();
        builder.Services.AddSingleton<OpenAiChat>();
        builder.Services.AddSingleton<McpTools>();
        builder.Services.AddSingleton<McpSessions>();
        builder.Services.AddHealthChecks();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = ToolJson.Options.UnmappedMemberHandling;
        });
        builder.Services.AddSignIn(settings);
    }

    public static void UseWebSide(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<OriginGuard>();
        app.UsePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapHealth();
        app.MapSignIn();
        app.MapConversations();
        app.MapApprovals();
        app.MapTools();
        app.MapOpenApi();
        app.MapOpenAi();
        app.MapMcp();
    }

    private static void UsePages(this WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"), ExclusionFilters.Sensitive);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = response => response.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
