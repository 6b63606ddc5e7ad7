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
        if (scope.Turn.Waiting is { } state)
        {
            if (Answers.Take(scope, state, utterance) is { } answer) return [answer];
        }
        else if (Phrases.IsCancel(utterance))
        {
            return [new Step.Say(scope.Book.Say("nothing_to_cancel"))];
        }

        if (FollowUps.Take(scope, utterance) is { } followUp) return [followUp];
        return [.. RequestSplitter.Split(scope, utterance).Select(part => Requests.Of(scope, part))];
    }
}
