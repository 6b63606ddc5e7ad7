using System.CommandLine;
using AgentOS.Host.Composition;
using AgentOS.Host.Web.Mcp;
using ModelContextProtocol.Server;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos mcp</c>.</summary>
internal static class McpCommand
{
    private const string Notes = """
        An MCP client starts this command and talks to it on standard input and output; there is nothing
        to type. In a client's settings:
          { "mcpServers": { "agentos": { "command": "/path/to/agentos", "args": ["mcp"] } } }
        Try it:  npx @modelcontextprotocol/inspector --cli ./agentos mcp --method tools/list
        """;

    public static Command Create()
    {
        var command = new DocumentedCommand("mcp", "Serve the tools to an MCP client on standard input and output", Notes);
        command.SetAction(async (_, cancel) =>
        {
            await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel);
            var tools = agentos.Get<McpTools>();
            await using var transport = new StdioServerTransport("agentos");
            await using var server = McpServer.Create(transport, tools.Serve(await agentos.OwnerAsync(cancel)));
            await server.RunAsync(cancel);
            return 0;
        });
        return command;
    }
}
