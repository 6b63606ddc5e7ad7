using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Testing.Qdrant.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>
/// A loopback server that stands in for Qdrant: it holds points and answers queries, and judges each request, and each of its own answers, by Qdrant's description of its API.
/// </summary>
internal sealed class QdrantStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HeldCollections held = new();
    private readonly Lock guard = new();

    private QdrantStandIn(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());

    /// <summary>The key that it wants; <see langword="null"/> for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Comes before each request, and answers in its place when it says so.</summary>
    public Func<HttpContext, Task<bool>>? Before { get; set; }

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    /// <summary>What was wrong by the description; a test that leaves any here has failed.</summary>
    public ConcurrentQueue<string> Wrongs { get; } = new();

    /// <summary>Looks at what is held while nothing is changed.</summary>
    public T Look<T>(Func<HeldCollections, T> look)
    {
        lock (guard) return look(held);
    }

    public static async Task<QdrantStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            // As Qdrant's max_request_size_mb.
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
        });
        var app = builder.Build();
        var standIn = new QdrantStandIn(app);
        app.Run(standIn.HandleAsync);
        await app.StartAsync();
        return standIn;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        JsonElement? body = text.Length == 0 ? null : JsonElement.Parse(text);
        Seen.Enqueue(new SeenRequest(http.Request.Method, http.Request.Path + http.Request.QueryString.ToString(), body, text.Length));
        if (Before is { } before && await before(http)) return;
        if (ApiKey is { } key && http.Request.Headers["api-key"] != key)
        {
            http.Response.StatusCode = 401;
            await http.Response.WriteAsync(http.Request.Headers.ContainsKey("api-key") ? "Invalid API key or JWT" : "Must provide an API key or an Authorization bearer token");
            return;
        }

        await AnswerAsync(http, body);
    }

    private async Task AnswerAsync(HttpContext http, JsonElement? body)
    {
        if (ApiDescription.Qdrant.Operation(http.Request.Method, http.Request.Path) is not { } operation)
        {
            Wrongs.Enqueue($"{http.Request.Method} {http.Request.GetEncodedPathAndQuery()}: is not described");
            http.Response.StatusCode = 404;
            return;
        }

        var wrongs = ApiDescription.Qdrant.JudgeRequest(operation, http.Request.Query.Select(static one => KeyValuePair.Create(one.Key, one.Value.ToString())), body);
        var (status, answer) = wrongs.Count > 0 ? (422, Error(string.Join("; ", wrongs))) : Work(http, body);
        var judged = JsonElement.Parse(answer.ToJsonString());
        foreach (var wrong in wrongs) Wrongs.Enqueue($"{http.Request.Method} {http.Request.Path}: {wrong}");
        foreach (var wrong in ApiDescription.Qdrant.JudgeAnswer(operation, status, judged)) Wrongs.Enqueue($"the answer to {http.Request.Method} {http.Request.Path}: {wrong}");
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.ToJsonString());
    }

    private (int Status, JsonObject Answer) Work(HttpContext http, JsonElement? body)
    {
        try
        {
            lock (guard) return (200, new JsonObject { ["result"] = held.Work(http.Request.Method, http.Request.Path.Value!.Trim('/').Split('/'), body ?? default, http.Request.Query["wait"] == "true"), ["status"] = "ok", ["time"] = 0.001 });
        }
        catch (Refusal no)
        {
            return (no.Status, Error(no.Message));
        }
    }

    private static JsonObject Error(string message) => new() { ["status"] = new JsonObject { ["error"] = message }, ["time"] = 0.001 };
}

internal sealed record SeenRequest(string Method, string Path, JsonElement? Body, int Length);
