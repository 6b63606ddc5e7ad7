using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using AgentOS.Identity;
using AgentOS.Tools;
using ModelContextProtocol.Server;

namespace AgentOS.Host.Web.Mcp;

/// <summary>Open MCP sessions by id. Idle ones are closed, and there are never more than a limit.</summary>
internal sealed class McpSessions(McpTools tools, TimeProvider clock, ILoggerFactory loggers, IServiceProvider services) : IAsyncDisposable
{
    private const int Most = 1_000;
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, McpSession> sessions = new(StringComparer.Ordinal);

    public async ValueTask<(string Id, McpSession Session)> OpenAsync(Principal principal)
    {
        await CloseIdleAsync();
        if (sessions.Count >= Most) throw new ToolException("unavailable", "Too many MCP sessions are open. Close some, or try again later.");
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var transport = new StreamableHttpServerTransport(loggers) { SessionId = id };
        var session = new McpSession(transport, McpServer.Create(transport, tools.Serve(principal), loggers, services), principal, clock);
        session.Start();
        sessions[id] = session;
        return (id, session);
    }

    /// <summary>A server for a single request of a client that keeps no session.</summary>
    public McpSession OpenOnce(Principal principal)
    {
        var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        var session = new McpSession(transport, McpServer.Create(transport, tools.Serve(principal), loggers, services), principal, clock);
        session.Start();
        return session;
    }

    /// <summary>A principal's session; another's is as unknown as one that never was.</summary>
    public McpSession? Find(string id, Principal principal) =>
        sessions.TryGetValue(id, out var session) && session.BelongsTo(principal) ? session : null;

    public async ValueTask CloseAsync(string id)
    {
        if (sessions.TryRemove(id, out var session)) await session.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in sessions.Keys) await CloseAsync(id);
    }

    private async ValueTask CloseIdleAsync()
    {
        foreach (var (id, session) in sessions)
            if (session.Idle > LongestIdle) await CloseAsync(id);
    }
}
