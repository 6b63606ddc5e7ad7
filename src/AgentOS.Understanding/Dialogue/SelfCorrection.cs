using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>"500. no wait 50": who puts himself right within one message means what he says last.</summary>
internal static class SelfCorrection
{
    private static readonly string[] Kinds = ["correction", "no"];

    /// <summary>What stands behind the last words of correction in the middle of the message; <see langword="null"/> when there are none.</summary>
    public static Remark? Tail(TurnScope scope, Utterance utterance)
    {
        for (var at = utterance.Tokens.Count - 2; at > 0; at--)
        {
            if (utterance.Tokens[at].Kind == TokenKind.Mark || !Kinds.Any(k => Phrases.Leading(utterance.Tokens, k, at) > 0)) continue;
            return Remark.Of(scope, scope.Read(utterance.Text[utterance.Tokens[at].Start..])) is { Rest.Tokens.Count: > 0 } tail ? tail : null;
        }

        return null;
    }
}
