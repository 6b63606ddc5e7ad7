using AgentOS.Host.Composition;
using AgentOS.Runtime.Schema;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

namespace AgentOS.Host.Lending;

/// <summary>
/// Tools of the MCP servers named in the settings. They are connected once at the start; a server that does not
/// answer is reported and left out, for the business runs without it.
/// </summary>
internal sealed partial class LentTools(HostSettings settings, ILoggerFactory loggers, ILogger<LentTools> log) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly List<McpClient> clients = [];
    private readonly List<(LentServer Server, AITool Tool)> tools = [];

    public async Task ConnectAsync(CancellationToken cancel)
    {
        var connected = await Task.WhenAll(settings.McpServers.Select(s => ConnectAsync(s.Key, s.Value, cancel)));
        foreach (var (client, server, lent) in connected.OfType<(McpClient, LentServer, List<AITool>)>())
        {
            clients.Add(client);
            tools.AddRange(lent.Select(tool => (server, tool)));
        }
    }

    /// <summary>What an agent may use of them.</summary>
    public IEnumerable<AITool> For(string agent, bool isEntry) =>
        tools.Where(t => t.Server.Agents is { } agents ? agents.Contains(agent) : isEntry).Select(t => t.Tool);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) await client.DisposeAsync();
    }

    private async Task<(McpClient, LentServer, List<AITool>)?> ConnectAsync(string name, LentServer server, CancellationToken cancel)
    {
        try
        {
            var client = await McpClient.CreateAsync(Transport(name, server), loggerFactory: loggers, cancellationToken: cancel).WaitAsync(Patience, cancel);
            var listed = await client.ListToolsAsync(cancellationToken: cancel).AsTask().WaitAsync(Patience, cancel);
            return (client, server, [.. listed.Select(tool => Lend(name, tool)).OfType<AITool>()]);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogUnreachable(name, failed.Message);
            return null;
        }
    }

    private AITool? Lend(string server, McpClientTool tool)
    {
        try
        {
            JsonSchemaValidator.Compile(tool.JsonSchema);
            return LentFunction.Of(server, tool);
        }
        catch (Exception failed) when (failed is NotSupportedException or ArgumentException or System.Text.Json.JsonException or InvalidOperationException)
        {
            LogUnusable(tool.Name, server, failed.Message);
            return null;
        }
    }

    private IClientTransport Transport(string name, LentServer server) => server.Url is { } url
        ? new HttpClientTransport(new HttpClientTransportOptions { Name = name, Endpoint = new Uri(url), AdditionalHeaders = server.Headers?.ToDictionary() }, loggers)
        : new StdioClientTransport(
            new StdioClientTransportOptions
            {
                Name = name,
                Command = server.Command!,
                Arguments = [.. server.Args ?? []],
                WorkingDirectory = settings.Root,
                // Not ours: it holds the database's password and the models' keys.
                InheritEnvironmentVariables = false,
                EnvironmentVariables = Variables(server),
                StandardErrorLines = line => LogSaid(name, line),
            },
            loggers);

    private static Dictionary<string, string?> Variables(LentServer server)
    {
        var variables = new Dictionary<string, string?>(StdioClientTransportOptions.GetDefaultEnvironmentVariables());
        foreach (var (key, value) in server.Env ?? new Dictionary<string, string>()) variables[key] = value;
        return variables;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The MCP server '{Server}' is left out: {Reason}")]
    private partial void LogUnreachable(string server, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tool '{Tool}' of the MCP server '{Server}' is left out: {Reason}")]
    private partial void LogUnusable(string tool, string server, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Server}: {Line}")]
    private partial void LogSaid(string server, string line);
}
