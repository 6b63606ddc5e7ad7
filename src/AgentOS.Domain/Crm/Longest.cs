namespace AgentOS.Domain.Crm;

/// <summary>Greatest lengths of texts, in characters; the columns have the same.</summary>
internal static class Longest
{
    public const int Number = 20;
    public const int Name = 200;
    public const int Email = 254;
    public const int Phone = 16;
    public const int Note = 2000;
}
