using System.CommandLine;
using System.Net;
using AgentOS.Host.Composition;
using AgentOS.Host.Web;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos serve</c>, which is also what <c>agentos</c> alone does.</summary>
internal static class ServeCommand
{
    private const string Notes = """
        Examples:
          ./agentos                      start, and print the link that signs you in
          ./agentos serve --port 8080    on another port
          ./agentos serve --urls http://0.0.0.0:5080   for other machines too: put TLS in front, and name
                                         the host in AGENTOS_ALLOWED_HOSTS

        What answers, at the address it prints:
          /                       the chat page
          /api/v1/…               REST, one route for each tool; described by /openapi.json
          /v1/chat/completions    for any OpenAI client (base URL …/v1, model 'agentos')
          /mcp                    for any MCP client (streamable HTTP)
          /health/live, /health/ready

        The link signs in once and is good for an hour. Programs use a key: ./agentos keys create
        """;

    public static Command Create()
    {
        var port = new Option<int?>("--port") { Description = "Port on loopback (default: 5080, or the next free one)", HelpName = "number" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var value) || value is < 1 or > 65535))
                result.AddError($"'{token.Value}' is no port; it is a number from 1 to 65535.");
        });
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on instead, separated by ';'", HelpName = "urls" };
        var command = new DocumentedCommand("serve", "Start the server: chat page, REST, OpenAI-compatible and MCP endpoints", Notes) { port, urls };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(port) is not null && parsed.GetValue(urls) is not null) throw new UsageException("Give --port or --urls, not both.");
            var addresses = Addresses(parsed.GetValue(urls), parsed.GetValue(port));
            await using var server = await Server.StartAsync(SettingsFile.Load(), addresses, cancel);
            await server.AnnounceAsync(Console.Out);
            await server.WaitAsync();
            return 0;
        });
        return command;
    }

    private static IReadOnlyList<string> Addresses(string? urls, int? port)
    {
        if (urls is null) return [$"http://localhost:{port ?? FreePort.From(5080)}"];
        var all = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var url in all)
        {
            if (!Uri.TryCreate(url.Replace("*", "any.host", StringComparison.Ordinal).Replace("+", "any.host", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new UsageException($"'{url}' is no address; it looks like http://localhost:5080.");
            if (!uri.IsLoopback && !(IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)))
                Console.Error.WriteLine($"agentos: {url} can be reached by other machines. Put TLS in front of it, and give keys to those who need them only.");
        }

        return all.Length > 0 ? all : throw new UsageException("--urls is empty.");
    }
}
