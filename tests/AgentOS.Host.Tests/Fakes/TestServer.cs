using System.Net.Http.Headers;
using AgentOS.Host.Identity;
using AgentOS.Host.Web;
using AgentOS.Host.Web.OpenAi;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AgentOS.Host.Tests.Fakes;

/// <summary>The web side on a free loopback port, with fakes of our own interfaces behind it.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private readonly string home = Path.Combine(Path.GetTempPath(), "agentos-host-" + Guid.NewGuid().ToString("n"));
    private WebApplication? app;

    internal TestPipeline Pipeline { get; } = new();

    internal TestJournal Journal { get; } = new();

    internal TestConversations Conversations => field ??= new(Journal);

    internal TestPeople People { get; } = new();

    internal string Key { get; } = ApiKey.Create();

    internal Uri Address { get; private set; } = null!;

    internal string Home => home;

    /// <summary>Sends the key with every request.</summary>
    internal HttpClient Client { get; private set; } = null!;

    internal T Get<T>() where T : notnull => app!.Services.GetRequiredService<T>();

    /// <summary>Sends nothing of its own; keeps cookies.</summary>
    internal HttpClient Stranger() => new() { BaseAddress = Address };

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddWebSide(new WebSettings { Home = home });
        builder.Services.AddSingleton<IToolCatalog, TestTools>();
        builder.Services.AddSingleton<IToolPipeline>(Pipeline);
        builder.Services.AddSingleton<IApprovals>(Pipeline);
        builder.Services.AddSingleton<IConversations>(Conversations);
        builder.Services.AddSingleton<IJournal>(Journal);
        builder.Services.AddSingleton<IIdentities>(People);
        builder.Services.AddSingleton(new AgentNames(["router", "crm", "erp"]));
        app = builder.Build();
        app.UseWebSide();
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        await People.AddKeyAsync(TestPeople.Sara, "test", ApiKey.Hash(Key), CancellationToken.None);
        Client = Stranger();
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
        if (Directory.Exists(home)) Directory.Delete(home, recursive: true);
    }
}
