using AgentOS.Host.Web;
using AgentOS.Host.Web.SignIn;
using AgentOS.Tools;

namespace AgentOS.Host.Composition;

/// <summary>The web server of this copy, running.</summary>
internal sealed class Server(WebApplication app, HostSettings settings) : IAsyncDisposable
{
    public static async Task<Server> StartAsync(HostSettings settings, IReadOnlyList<string> addresses, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls([.. addresses]);
        builder.AddWebSide(new WebSettings { Home = settings.Home, AllowedHosts = settings.AllowedHosts });
        builder.Services.AddAgentOS(settings);
        var app = builder.Build();
        try
        {
            await FirstSteps.TakeAsync(app.Services, settings, Console.Error, cancel);
            app.UseWebSide();
            await app.StartAsync(cancel);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new Server(app, settings);
    }

    public async Task AnnounceAsync(TextWriter output)
    {
        var address = app.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        var tools = app.Services.GetRequiredService<IToolCatalog>().All.Count;
        await output.WriteLineAsync($"""
            AgentOS {Product.Version} is ready: {tools} tools, model {settings.Models}.

              Sign in   {address}/sign-in?token={app.Services.GetRequiredService<SignInToken>().Issue()}
                        (once, within an hour; it is as good as a password)

              REST      {address}/api/v1      described by {address}/openapi.json
              OpenAI    {address}/v1          model 'agentos'
              MCP       {address}/mcp
              Keys for programs: ./agentos keys create      In the terminal: ./agentos chat

            Ctrl-C stops it.
            """);
        await output.FlushAsync();
    }

    public Task WaitAsync() => app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
