using AgentOS.Tools;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Which of the steps that are left can be taken at once.</summary>
internal static class Batches
{
    /// <summary>The next calls: a call that a person must approve of goes alone, and one that points at what an earlier one shows waits for it.</summary>
    public static IEnumerable<Step> Next(TurnScope scope, IReadOnlyList<Step> left)
    {
        for (var i = 0; i < left.Count && left[i] is not Step.Say; i++)
        {
            if (left[i] is Step.Call call && scope.Abilities.Own(call.Tool) is null) yield break;
            if (i > 0 && (left[i] is Step.Call { Points: true } || NeedsApproval(scope, left[i]))) yield break;
            yield return left[i];
            if (NeedsApproval(scope, left[i])) yield break;
        }
    }

    /// <summary>Before a person is asked for approval, they are told what came of the calls before: the question ends the turn.</summary>
    public static bool MustTellFirst(TurnScope scope, IReadOnlyList<Step> left) => left.Count > 0 && NeedsApproval(scope, left[0]);

    private static bool NeedsApproval(TurnScope scope, Step step) =>
        step is Step.Call call && scope.Model.Frame(call.Tool)?.Tool is { } tool && (tool.Confirm || tool.Effect == Effect.Irreversible);
}
