using System.Text.Json.Nodes;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;

namespace AgentOS.Understanding.Dialogue;

/// <summary>
/// The person was asked to approve of a call and said something that is neither a yes nor a no. Consent itself is read by the runtime;
/// here the call is changed and put again, put again after an aside, or let go.
/// </summary>
internal static class OpenApprovals
{
    /// <summary>The steps, or <see langword="null"/> when the message is a request of its own and the call is let go.</summary>
    public static IReadOnlyList<Step>? Take(TurnScope scope, Remark remark)
    {
        if (scope.Turn.Previous is not { } previous || scope.Model.FrameOfFunction(previous.Call.Name) is not { } frame) return null;
        if (Phrases.IsCancel(remark.Whole)) return [new Step.Say(scope.Book.Say("cancelled"))];
        var arguments = (JsonObject)previous.Arguments().DeepClone();
        if (remark.Rest.Tokens.Count == 0) return remark.No ? [new Step.Say(scope.Book.Say("cancelled"))] : [new Step.Call(frame.Tool.Name, arguments)];
        if (!remark.No && ObjectVerbs.IsOnly(scope, frame.Tool.Name, remark.Rest)) return [new Step.Call(frame.Tool.Name, arguments)];
        if (Phrases.Leading(remark.Rest.Tokens, "setting") is > 0 and var setting && setting < remark.Rest.Tokens.Count
            && Changes.Apply(scope, frame, arguments, scope.Read(remark.Rest.Text[remark.Rest.Tokens[setting].Start..])) is (true, true))
            return [Requests.CallOrAsk(scope, frame, arguments)];
        if (FollowUps.StandsAlone(scope, frame, remark.Rest)) return remark.No || remark.Corrects ? null : Aside(scope, remark, frame, arguments);
        var (changed, whole) = Changes.Apply(scope, frame, arguments, remark.Rest);
        if (changed && (whole || remark.IsTied)) return [Requests.CallOrAsk(scope, frame, arguments)];
        return null;
    }

    /// <summary>A question in between is answered, and the call put again.</summary>
    private static IReadOnlyList<Step>? Aside(TurnScope scope, Remark remark, ToolFrame frame, JsonObject arguments)
    {
        var steps = Parts.Of(scope, [remark.Rest]);
        return steps.TrueForAll(s => s is Step.Call call && scope.Model.Frame(call.Tool)?.Tool.Effect == Effect.Read) ? [.. steps, new Step.Call(frame.Tool.Name, arguments)] : null;
    }
}
