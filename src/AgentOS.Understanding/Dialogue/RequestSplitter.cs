using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Finds two requests in one sentence, but only where both halves stand on their own.</summary>
internal static class RequestSplitter
{
    private const float Sure = 0.6f;
    private static readonly HashSet<string> Joints = ["and", "then", "also", "plus", ",", "،", ";", "؛", ".", "و", "ثم", "بعدين", "وبعدين", "وبعدها", "كمان", "وكمان", "&", "\n"];

    public static IReadOnlyList<Utterance> Split(TurnScope scope, Utterance whole)
    {
        if (whole.Tokens.Count < 5) return [whole];
        var all = scope.Model.Glance(whole);
        (Utterance Left, Utterance Right, float Score)? best = null;
        for (var i = 1; i < whole.Tokens.Count - 1; i++)
        {
            if (Joint(whole, i) is not { } start) continue;
            var left = scope.Read(whole.Text[..whole.Tokens[i].Start]);
            var right = scope.Read(whole.Text[start..]);
            if (left.Tokens.Count < 2 || right.Tokens.Count < 2) continue;
            var (first, second) = (scope.Model.Glance(left).Best, scope.Model.Glance(right).Best);
            var score = Math.Min(first.Probability, second.Probability);
            if (score < Sure || Intent.IsChat(first.Name) || Intent.IsChat(second.Name) || first.Name == second.Name) continue;
            if (!scope.Model.Opens(second.Name, right.Tokens) && !(IsRead(scope, first.Name) && IsRead(scope, second.Name))) continue;
            if (!IsWhole(scope, first.Name, left) || !IsWhole(scope, second.Name, right) || SpansBoth(scope, all, whole, start)) continue;
            if (best is null || score > best.Value.Score) best = (left, right, score);
        }

        return best is { } found ? [found.Left, found.Right] : [whole];
    }

    /// <summary>Where the right half begins when token <paramref name="i"/> may join two requests.</summary>
    private static int? Joint(Utterance whole, int i)
    {
        var token = whole.Tokens[i];
        if (Joints.Contains(token.Norm))
        {
            while (i + 2 < whole.Tokens.Count && Joints.Contains(whole.Tokens[i + 1].Norm)) i++;
            return whole.Tokens[i + 1].Start;
        }

        return token.Kind == TokenKind.Word && token.Norm.Length > 3 && token.Norm[0] == 'و' ? token.Start + 1 : null;
    }

    /// <summary>A tool that takes something from the right half, and is sure of the whole, means one request.</summary>
    private static bool SpansBoth(TurnScope scope, Understood all, Utterance whole, int start)
    {
        if (all.Best.Probability < 0.5f || scope.Model.Frame(all.Best.Name) is not { } frame) return false;
        var filled = scope.Model.Fill(frame, whole, scope.Values);
        return filled.Spans.Any(s => whole.Tokens[s.Start].Start >= start) && all.Best.Probability > 0.8f;
    }

    /// <summary>A half must carry all that its tool demands.</summary>
    private static bool IsWhole(TurnScope scope, string tool, Utterance half) =>
        scope.Abilities.Can(tool) && scope.Model.Frame(tool) is { } frame && Frames.Missing.First(frame, scope.Model.Fill(frame, half, scope.Values).Arguments) is null;

    private static bool IsRead(TurnScope scope, string tool) => scope.Model.Frame(tool)?.Tool.Effect == Tools.Effect.Read;
}
