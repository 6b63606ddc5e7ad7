namespace AgentOS.Conformance;

/// <summary>Whether a result tells the model enough to call again rightly.</summary>
internal static class Refusal
{
    /// <summary>It names what was expected: the schema with the given property, and says which type it has.</summary>
    public static bool Explains(string told, string property) =>
        told.Contains(property, StringComparison.Ordinal) && told.Contains("properties", StringComparison.Ordinal) && told.Contains("type", StringComparison.Ordinal);
}

internal static class Shorten
{
    public static string To(string text, int length) => text.Length <= length ? text : text[..length] + "…";
}
