using AgentOS.Understanding.Frames;
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
        (Utterance Left, Utterance Right, float Score)? best = null;
        for (var i = 1; i < whole.Tokens.Count - 1; i++)
        {
            if (Joint(whole, i) is not { } start) continue;
            var left = scope.Read(whole.Text[..whole.Tokens[i].Start]);
            var right = ObjectVerbs.Apart(scope, scope.Read(whole.Text[start..]));
            if (left.Tokens.Count < 2 || right.Tokens.Count < 2) continue;
            var (first, second) = (scope.Model.Glance(left).Best, scope.Model.Glance(right).Best);
            var score = Math.Min(first.Probability, second.Probability);
            if (score < Sure || Intent.IsChat(first.Name) || Intent.IsChat(second.Name) || first.Name == second.Name) continue;
            if (!scope.Model.Opens(second.Name, right.Tokens) && !(IsRead(scope, first.Name) && IsRead(scope, second.Name))) continue;
            if (!StandTogether(scope, whole, first.Name, left, second.Name, right, start)) continue;
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

        return token.Kind == TokenKind.Word && token.Norm.Length > 2 && token.Norm[0] == 'و' ? token.Start + 1 : null;
    }

    /// <summary>The first half may lack something, which is asked for; the second must carry all that its tool demands, or be able to borrow the one record it lacks.</summary>
    private static bool StandTogether(TurnScope scope, Utterance whole, string first, Utterance left, string second, Utterance right, int start)
    {
        if (!scope.Abilities.Can(first) || !scope.Abilities.Can(second) || scope.Model.Frame(first) is not { } one || scope.Model.Frame(second) is not { } other) return false;
        var given = scope.Model.Fill(one, left, scope.Values).Arguments;
        var wanted = scope.Model.Fill(other, right, scope.Values).Arguments;
        if (Missing.First(other, wanted) is not { } missing) return Missing.First(one, given) is null || scope.Model.Opens(first, left.Tokens) && scope.Model.Opens(second, right.Tokens);
        if (scope.Model.Fill(one, whole, scope.Values).Spans.Any(s => whole.Tokens[s.Start].Start >= start)) return false;
        return other.Find(missing) is { Kind: ArgumentKind.Reference, Entity: { } entity } && one.Arguments.Any(a => a.Entity == entity && given.ContainsKey(a.Path));
    }

    private static bool IsRead(TurnScope scope, string tool) => scope.Model.Frame(tool)?.Tool.Effect == Tools.Effect.Read;
}
