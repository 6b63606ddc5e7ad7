using AgentOS.Understanding.Slots;

namespace AgentOS.Understanding.Dialogue;

/// <summary>
/// Decides what a message asks for, as a row of steps. It is worked out afresh at every step of a turn from the
/// conversation alone; the calls already made say how far the row has been walked.
/// </summary>
internal static class Planner
{
    public static IReadOnlyList<Step> Plan(TurnScope scope)
    {
        var utterance = scope.Read(scope.Turn.Text);
        if (utterance.Tokens.Count == 0) return [new Step.Say(scope.Book.Say("not_understood"))];
        var remark = Remark.Of(scope, utterance);
        if (scope.Turn.Waiting is { IsQuestion: true } state)
        {
            if (Answers.Take(scope, state, remark) is { } answer) return answer;
        }
        else if (scope.Turn is { PreviousIsFresh: true, Previous.WasOvertaken: true } && OpenApprovals.Take(scope, remark) is { } decided)
        {
            return decided;
        }
        else if (Phrases.IsCancel(utterance))
        {
            return Pointed(scope, utterance) is { } meant ? [meant] : [new Step.Say(scope.Book.Say("nothing_to_cancel"))];
        }

        if (FollowUps.Take(scope, remark) is { } followUp) return [followUp];
        var wanted = remark.IsTied && remark.Rest.Tokens.Count > 0 && (remark.IsJoinedOn || scope.Turn.Waiting is { IsQuestion: true }) ? remark.Rest : utterance;
        return Parts.Of(scope, RequestSplitter.Split(scope, wanted));
    }

    /// <summary>With nothing open, "cancel it" and الغه mean the record that was spoken of.</summary>
    private static Step.Call? Pointed(TurnScope scope, Utterance utterance)
    {
        var said = ObjectVerbs.Apart(scope, utterance);
        if (scope.Focus.Latest.Count == 0 || !said.Tokens.Exists(t => ReferenceWords.IsPronoun(t.Norm))) return null;
        return Requests.One(scope, said) is Step.Call call && scope.Model.Opens(call.Tool, said.Tokens) && call.Points ? call : null;
    }
}
