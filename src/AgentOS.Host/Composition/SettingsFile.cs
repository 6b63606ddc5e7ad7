using System.Text.Json;
using AgentOS.Knowledge.Index.Qdrant;
using AgentOS.Models.Settings;
using AgentOS.Tools;

namespace AgentOS.Host.Composition;

/// <summary>Reads the settings.</summary>
internal static class SettingsFile
{
    private const string Name = "agentos.json";

    private static readonly JsonSerializerOptions Forgiving = new(ToolJson.Options) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static HostSettings Load(Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        var root = Path.GetFullPath(environment("AGENTOS_ROOT") is { Length: > 0 } given ? given : FindRoot());
        var file = Read(Path.Combine(root, Name));
        var settings = new HostSettings
        {
            Root = root,
            Home = Path.GetFullPath(environment("AGENTOS_HOME") is { Length: > 0 } home ? home : Path.Combine(root, ".agentos")),
            ConnectionString = Or(environment("ConnectionStrings__Postgres"), file.ConnectionString),
            Models = ModelsOptions.FromEnvironment(environment) is var models && string.IsNullOrWhiteSpace(models.Model) ? models with { Model = file.Model } : models,
            Embeddings = EmbeddingsOptions.FromEnvironment(environment),
            Qdrant = QdrantOptions.FromEnvironment(environment),
            Seed = Yes("AGENTOS_SEED", environment("AGENTOS_SEED")) ?? file.Seed ?? true,
            Memory = Yes("AGENTOS_MEMORY", environment("AGENTOS_MEMORY")) ?? file.Memory ?? true,
            AllowedHosts = environment("AGENTOS_ALLOWED_HOSTS") is { Length: > 0 } hosts
                ? hosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : file.AllowedHosts ?? [],
            McpServers = file.McpServers ?? new Dictionary<string, LentServer>(),
        };
        foreach (var (name, server) in settings.McpServers) Check(name, server);
        return settings;
    }

    private static void Check(string name, LentServer server)
    {
        if (name.Length is 0 or > 30 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw new SettingsException($"{Name}: the MCP server '{name}' needs a name of at most 30 letters, digits, '_' and '-'.");
        if ((server.Command is null) == (server.Url is null))
            throw new SettingsException($"{Name}: the MCP server '{name}' needs either a command or a url.");
        if (server.Url is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw new SettingsException($"{Name}: the url of the MCP server '{name}' must begin with http:// or https://.");
    }

    private static FileSettings Read(string path)
    {
        if (!File.Exists(path)) return new();
        try
        {
            return JsonSerializer.Deserialize<FileSettings>(File.ReadAllBytes(path), Forgiving) ?? new();
        }
        catch (JsonException wrong)
        {
            var reason = wrong.Message.Split(" Path:")[0].Replace(typeof(FileSettings).FullName!, "the settings", StringComparison.Ordinal);
            throw new SettingsException($"{Name}:{wrong.LineNumber + 1}: {reason}");
        }
    }

    private static string? Or(string? first, string? second) => string.IsNullOrWhiteSpace(first) ? second : first;

    private static bool? Yes(string name, string? value) => value?.ToLowerInvariant() switch
    {
        null or "" => null,
        "yes" or "true" or "1" => true,
        "no" or "false" or "0" => false,
        _ => throw new SettingsException($"{name} is '{value}'; it can be yes or no."),
    };

    // Without the launcher (a debugger, a test): the folder above the program that has the agents.
    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "agents")) || File.Exists(Path.Combine(folder.FullName, "package.json"))) return folder.FullName;
        return Environment.CurrentDirectory;
    }

    private sealed record FileSettings(
        string? ConnectionString = null,
        string? Model = null,
        bool? Seed = null,
        bool? Memory = null,
        IReadOnlyList<string>? AllowedHosts = null,
        IReadOnlyDictionary<string, LentServer>? McpServers = null);
}
