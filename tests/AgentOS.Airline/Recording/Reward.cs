namespace AgentOS.Airline.Recording;

/// <summary>τ-bench's rule: the database is as the task's own actions leave it, and the user was told what had to be said.</summary>
internal static class Reward
{
    public static double Of(RecordedConversation conversation, string finalState, string targetState)
    {
        if (finalState != targetState) return 0;
        var said = conversation.Messages.Where(m => m is { Role: "assistant", Call: null }).Select(m => m.Text.ToLowerInvariant().Replace(",", "", StringComparison.Ordinal)).ToList();
        return conversation.Outputs.All(o => said.Exists(s => s.Contains(o.ToLowerInvariant(), StringComparison.Ordinal))) ? 1 : 0;
    }
}
