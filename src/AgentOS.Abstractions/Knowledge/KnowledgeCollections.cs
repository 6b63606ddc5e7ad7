namespace AgentOS.Knowledge;

/// <summary>What is kept apart within a tenant's knowledge.</summary>
public static class KnowledgeCollections
{
    /// <summary>Documents that were added: policies, price lists, manuals.</summary>
    public const string Documents = "documents";

    /// <summary>What people said in earlier conversations; each has an owner, who alone finds it.</summary>
    public const string Conversations = "conversations";
}
