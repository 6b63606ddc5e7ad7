namespace AgentOS.Understanding.Dialogue;

/// <summary>What a plan had left when a call turned into a question.</summary>
internal static class Unfinished
{
    public static DialogueState Keep(DialogueState asked, IReadOnlyList<Step> left)
    {
        var words = left.Where(s => s is not Step.Say).Select(s => s.Words).OfType<string>().Distinct().ToList();
        var last = left is [.., Step.Say said] ? said.State : null;
        return asked with
        {
            Next = words.Count > 0 || last?.Next is not null ? [.. words, .. last?.Next ?? []] : null,
            Under = last is { IsQuestion: true } under ? under with { Next = null } : null,
        };
    }
}
