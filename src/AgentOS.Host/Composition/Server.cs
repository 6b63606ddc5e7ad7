using AgentOS.Host.Web;
using AgentOS.Host.Web.SignIn;
using AgentOS.Knowledge;
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
        builder.Services.AddHostedService<TurnRecovery>();
        if (settings.Qdrant.Url is not null) builder.Services.AddSingleton<QdrantUpkeep>().AddHostedService<KnowledgeUpkeep>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        var app = builder.Build();
        try
        {
            await FirstSteps.TakeAsync(app.Services, settings, converses: true, Console.Error, cancel);
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

    public string Address => app.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task AnnounceAsync(TextWriter output)
    {
        var tools = Get<IToolCatalog>().All.Count;
        await output.WriteLineAsync($"""
            AgentOS {Product.Version} is ready: {tools} tools, model {settings.Models}.

              Sign in   {Address}/sign-in?token={Get<SignInToken>().Issue()}
                        (once, within an hour; it is as good as a password)

              REST      {Address}/api/v1      described by {Address}/openapi.json
              OpenAI    {Address}/v1          model 'agentos'
              MCP       {Address}/mcp
              Keys for programs: ./agentos keys create      In the terminal: ./agentos chat

            Ctrl-C stops it.
            """);
        await output.FlushAsync();
    }

    public Task WaitAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
