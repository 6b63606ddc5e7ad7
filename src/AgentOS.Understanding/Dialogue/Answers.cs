using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Takes the person's message as the answer to a question of the model's own.</summary>
internal static class Answers
{
    public const int MostAttempts = 3;

    /// <summary>The steps, or <see langword="null"/> when the message is no answer but a new request and the question is let go.</summary>
    public static IReadOnlyList<Step>? Take(TurnScope scope, DialogueState state, Remark remark)
    {
        if (Phrases.IsCancel(remark.Whole) || Phrases.IsDropping(remark.Whole)) return Dropped(scope, state);
        if (state.Choices is not null || state.Tools is not null) return ChoiceAnswers.Take(scope, state, remark);
        if (state.Tool is null || state.Asked is null || scope.Model.Frame(state.Tool) is not { } frame) return null;
        if (IsNewRequest(scope, frame, remark, state)) return remark.No || remark.Corrects ? null : Aside(scope, state, remark);
        var arguments = (JsonObject)state.Arguments.DeepClone();
        if (Corrected(scope, frame, state, arguments, remark)) return Settled(scope, state, Requests.CallOrAsk(scope, frame, arguments));
        if (Asides.Talk(scope, state, remark) is { } talk) return talk;
        if (remark.Adds && Phrases.IsQuestion(remark.Whole) && FollowUps.Take(scope, remark) is { } further) return Returns.After(scope, state, [further]);
        if (AnswerReader.Read(scope, frame, state.Asked, arguments, remark)) return Settled(scope, state, Requests.CallOrAsk(scope, frame, arguments));
        if (FollowUps.Take(scope, remark) is { } followUp) return Returns.After(scope, state, [followUp]);
        return [Again(scope, frame, state, arguments)];
    }

    /// <summary>An answered question's step, with what waits behind it.</summary>
    public static IReadOnlyList<Step> Settled(TurnScope scope, DialogueState state, Step step) => step switch
    {
        Step.Say { State: { IsQuestion: true } asked } say => [say with { State = asked with { Next = state.Next, Under = state.Under } }],
        Step.Say say => [say],
        _ => [step, .. Parts.Behind(scope, state)],
    };

    /// <summary>What is open is dropped; a question that it had interrupted comes back.</summary>
    public static IReadOnlyList<Step> Dropped(TurnScope scope, DialogueState state)
    {
        var said = scope.Book.Say("cancelled");
        if (state.Under is not { } under) return [new Step.Say(said)];
        var back = Returns.To(scope, under);
        return [back with { Text = $"{said}\n{back.Text}" }];
    }

    /// <summary>Puts the question once more; after three attempts offers another way.</summary>
    public static Step Again(TurnScope scope, ToolFrame frame, DialogueState state, JsonObject arguments)
    {
        if (state.Attempts + 1 >= MostAttempts) return new Step.Say(scope.Book.Say("give_up", ("example", ExampleRequests.Of(scope, frame.Tool.Name) ?? frame.Tool.Description)));
        var again = (Step.Say)Requests.Ask(scope, frame, arguments, state.Asked!, state.Attempts + 1);
        return again with { State = again.State! with { Next = state.Next, Under = state.Under } };
    }

    private static bool IsNewRequest(TurnScope scope, ToolFrame frame, Remark remark, DialogueState state)
    {
        if (remark.Rest.Tokens.Count < 2 || AnswerReader.IsBareValue(scope, frame, state.Asked!, remark)) return false;
        if (!remark.IsTied && !Phrases.IsQuestion(remark.Rest) && frame.Find(ArgumentPath.Plain(state.Asked!)) is { Kind: ArgumentKind.Text, IsName: false } && !Wishes(scope, remark.Rest)) return false;
        var best = scope.Model.Understand(remark.Rest, scope.Values).Best;
        if (best.Probability < FollowUps.SureOf(scope, best.Name, remark.Rest) || Intent.IsChat(best.Name) || !Requests.Opens(scope, best.Name, remark.Rest)) return false;
        return best.Name != frame.Tool.Name || Missing.First(frame, scope.Model.Fill(frame, remark.Rest, scope.Values).Arguments) is null && state.Arguments.Count > 0;
    }

    /// <summary>Free text may sound like a request; it is one only where it bids, with all that the tool needs, and speaks of nobody as "they".</summary>
    private static bool Wishes(TurnScope scope, Utterance said)
    {
        var best = scope.Model.Understand(said, scope.Values).Best;
        return scope.Model.Frame(best.Name) is { } other && scope.Model.Opens(best.Name, said.Tokens) && Missing.First(other, scope.Model.Fill(other, said, scope.Values).Arguments) is null
            && !said.Tokens.Exists(t => t.Norm is "them" or "they" or "he" or "she" or "هم" or "لهم" or "عندهم");
    }

    private static IReadOnlyList<Step>? Aside(TurnScope scope, DialogueState state, Remark remark)
    {
        var steps = Parts.Of(scope, RequestSplitter.Split(scope, remark.Rest));
        return steps.Exists(s => s is Step.Call call && call.Tool == state.Tool) ? steps : Returns.After(scope, state, steps);
    }

    /// <summary>"sorry, I meant Globex": puts right what the form already has.</summary>
    private static bool Corrected(TurnScope scope, ToolFrame frame, DialogueState state, JsonObject arguments, Remark remark) =>
        (remark.Corrects || remark.No && frame.Find(ArgumentPath.Plain(state.Asked!)) is not { Kind: ArgumentKind.Text }) && state.Arguments.Count > 0 && remark.Rest.Tokens.Count is > 0 and <= 6
        && !AnswerReader.Fits(scope, frame, state.Asked!, remark)
        && Changes.Apply(scope, frame, arguments, remark.Rest) is (true, true);
}
