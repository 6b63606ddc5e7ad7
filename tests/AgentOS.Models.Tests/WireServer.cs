using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AgentOS.Models.Tests;

/// <summary>A loopback server that plays a provider: it answers as scripted and keeps what it was asked.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();

    private WireServer(WebApplication app) => this.app = app;

    public Uri Origin => new(app.Urls.First());

    public Uri BaseAddress => new(Origin, "/v1");

    public List<WireRequestSeen> Requests { get; } = [];

    public static async Task<WireServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new WireServer(app);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    public WireServer Json(string body, int status = 200, Action<IHeaderDictionary>? headers = null) => Then(async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        headers?.Invoke(http.Response.Headers);
        await http.Response.WriteAsync(body);
    });

    /// <summary>Sends the events in pieces of so many bytes, so that lines, events and letters are torn.</summary>
    public WireServer Sse(string events, int pieces = int.MaxValue) => Then(async http =>
    {
        http.Response.ContentType = "text/event-stream";
        var bytes = Encoding.UTF8.GetBytes(events);
        for (var at = 0; at < bytes.Length; at += Math.Min(pieces, bytes.Length - at))
        {
            await http.Response.Body.WriteAsync(bytes.AsMemory(at, Math.Min(pieces, bytes.Length - at)));
            await http.Response.Body.FlushAsync();
        }
    });

    public WireServer Then(Func<HttpContext, Task> answer)
    {
        script.Enqueue(answer);
        return this;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        lock (Requests)
            Requests.Add(new WireRequestSeen(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.Length == 0 ? default : JsonElement.Parse(body)));
        if (script.TryDequeue(out var answer)) await answer(http);
        else http.Response.StatusCode = 418;
    }
}

internal sealed record WireRequestSeen(string Path, IReadOnlyDictionary<string, string> Headers, JsonElement Body);
