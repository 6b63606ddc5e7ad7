namespace AgentOS.Domain.Crm;

/// <summary>The database's own form of a name: lower case, without punctuation, Arabic vowel signs and article, each letter in one form.</summary>
public static class SearchKey
{
    /// <summary>Within queries only.</summary>
    public static string Of(string name) => throw new NotSupportedException($"The key of '{name}' is known to the database alone.");
}
