using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>"they don't need it any more, release it": where the reason comes first, the wish is in the last clause.</summary>
internal static class LastClause
{
    private const float Sure = 0.75f;

    public static Utterance Of(TurnScope scope, Utterance utterance)
    {
        var cut = utterance.Tokens.FindLastIndex(t => t.Kind == TokenKind.Mark && t.Norm is "," or "،" or "." or ";" or "؛" or "\n" or "!");
        if (cut < 1 || cut >= utterance.Tokens.Count - 2) return utterance;
        var whole = scope.Model.Understand(utterance, scope.Values).Best;
        if (whole.Probability >= Sure) return utterance;
        var clause = scope.Read(utterance.Text[utterance.Tokens[cut + 1].Start..]);
        var best = scope.Model.Understand(clause, scope.Values).Best;
        return best.Probability >= Sure && !Intent.IsChat(best.Name) && scope.Model.Frame(best.Name) is { } frame && scope.Model.Opens(best.Name, clause.Tokens)
            && Missing.First(frame, scope.Model.Fill(frame, clause, scope.Values).Arguments) is null ? clause : utterance;
    }
}
