using System.Text.Json;
using AgentOS.Host.Web.SignIn;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace AgentOS.Host.Web.Mcp;

/// <summary>MCP's streamable HTTP transport at <c>/mcp</c>.</summary>
internal static class McpEndpoint
{
    private const string SessionHeader = "Mcp-Session-Id";
    private const string VersionHeader = "MCP-Protocol-Version";

    public static void MapMcp(this IEndpointRouteBuilder app)
    {
        app.MapPost("/mcp", PostAsync);
        app.MapGet("/mcp", ListenAsync);
        app.MapDelete("/mcp", CloseAsync);
    }

    private static async Task PostAsync(HttpContext context, McpSessions sessions)
    {
        if (!Accepts(context, "application/json") || !Accepts(context, "text/event-stream"))
        {
            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, -32000, "Accept both application/json and text/event-stream.");
            return;
        }

        var message = await ReadAsync(context);
        if (message is null) return;
        var id = context.Request.Headers[SessionHeader].ToString();
        if (id.Length > 0)
        {
            if (sessions.Find(id, context.Principal()) is { } known) await known.UseAsync(transport => AnswerAsync(context, transport, message));
            else await UnknownAsync(context);
        }
        else if (message is JsonRpcRequest { Method: RequestMethods.Initialize })
        {
            (id, var opened) = await sessions.OpenAsync(context.Principal());
            context.Response.Headers[SessionHeader] = id;
            await opened.UseAsync(transport => AnswerAsync(context, transport, message));
        }
        else
        {
            await using var once = sessions.OpenOnce(context.Principal());
            await once.UseAsync(transport => AnswerAsync(context, transport, message));
        }
    }

    private static async Task AnswerAsync(HttpContext context, ModelContextProtocol.Server.StreamableHttpServerTransport transport, JsonRpcMessage message)
    {
        message.Context = new JsonRpcMessageContext { ProtocolVersion = context.Request.Headers[VersionHeader].ToString() is { Length: > 0 } version ? version : null };
        OpenStream(context);
        if (await transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted)) return;
        context.Response.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.StartAsync();
    }

    private static async Task ListenAsync(HttpContext context, McpSessions sessions)
    {
        var session = sessions.Find(context.Request.Headers[SessionHeader].ToString(), context.Principal());
        if (session is null)
        {
            await UnknownAsync(context);
        }
        else if (!session.TryListen())
        {
            await RefuseAsync(context, StatusCodes.Status409Conflict, -32000, "This session's stream is open already.");
        }
        else
        {
            OpenStream(context);
            await context.Response.StartAsync();
            try
            {
                await session.UseAsync(transport => transport.HandleGetRequestAsync(context.Response.Body, context.RequestAborted));
            }
            finally
            {
                session.StopListening();
            }
        }
    }

    private static async Task CloseAsync(HttpContext context, McpSessions sessions)
    {
        var id = context.Request.Headers[SessionHeader].ToString();
        if (sessions.Find(id, context.Principal()) is null)
        {
            await UnknownAsync(context);
            return;
        }

        await sessions.CloseAsync(id);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        await context.Response.StartAsync();
    }

    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext context)
    {
        try
        {
            var message = await JsonSerializer.DeserializeAsync<JsonRpcMessage>(context.Request.Body, McpJsonUtilities.DefaultOptions, context.RequestAborted);
            if (message is not null) return message;
        }
        catch (JsonException)
        {
            // Answered below, as an empty body is.
        }

        await RefuseAsync(context, StatusCodes.Status400BadRequest, -32700, "The body is not one JSON-RPC message.");
        return null;
    }

    private static bool Accepts(HttpContext context, string type) =>
        context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MatchesAllTypes || accepted.IsSubsetOf(new(type)) || new Microsoft.Net.Http.Headers.MediaTypeHeaderValue(type).IsSubsetOf(accepted));

    private static void OpenStream(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache,no-store";
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }

    private static Task UnknownAsync(HttpContext context) =>
        RefuseAsync(context, StatusCodes.Status404NotFound, -32001, "There is no such session. Initialise a new one.");

    private static Task RefuseAsync(HttpContext context, int status, int code, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync<JsonRpcMessage>(
            new JsonRpcError { Id = default, Error = new JsonRpcErrorDetail { Code = code, Message = message } }, McpJsonUtilities.DefaultOptions, context.RequestAborted);
    }
}
