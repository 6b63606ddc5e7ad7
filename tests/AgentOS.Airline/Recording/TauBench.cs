using System.Text.Json;

namespace AgentOS.Airline.Recording;

/// <summary>
/// The recorded conversations and the airline's data (sierra-research/tau-bench, MIT). They are not part of this project:
/// they are read from <c>data/tau-bench</c> in the folder that <c>AGENTOS_SHARED</c> names, by default <c>../shared</c>
/// beside the project. Tests that need them are skipped where they are missing.
/// </summary>
internal static class TauBench
{
    public static string Folder { get; } = Path.Combine(Shared(), "data", "tau-bench");

    public static bool IsThere { get; } = File.Exists(Path.Combine(Folder, "gpt-4o-airline.json"));

    public static string Missing { get; } = $"The recorded conversations are not at {Folder}. Set AGENTOS_SHARED to the folder that has data/tau-bench.";

    private static readonly Lazy<IReadOnlyList<RecordedConversation>> All = new(ReadConversations);
    private static readonly Lazy<AirlineData> Airline = new(() => AirlineData.Read(Path.Combine(Folder, "airline")));

    public static IReadOnlyList<RecordedConversation> Conversations => All.Value;

    public static AirlineData Data => Airline.Value;

    private static string Shared()
    {
        if (Environment.GetEnvironmentVariable("AGENTOS_SHARED") is { Length: > 0 } given) return given;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Build.props"))) folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? ".", "shared");
    }

    private static IReadOnlyList<RecordedConversation> ReadConversations()
    {
        using var file = File.OpenRead(Path.Combine(Folder, "gpt-4o-airline.json"));
        using var document = JsonDocument.Parse(file);
        return [.. document.RootElement.EnumerateArray().Select((json, i) => RecordedConversation.Read(i, json))];
    }
}
