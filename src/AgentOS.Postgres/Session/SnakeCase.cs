using System.Text.Json;

namespace AgentOS.Postgres.Session;

/// <summary>How C#'s names are written in the database.</summary>
internal static class SnakeCase
{
    public static string Of(string name) =>
        string.Join('_', name.Split('_').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
}
