using System.Text.Json.Nodes;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Messages that only make sense after the previous call: "and in Jeddah?", "no, I meant 50", "same again for Globex".</summary>
internal static class FollowUps
{
    private const int LongestFragment = 6;
    private const float SureOfAnother = 0.75f;
    private const float SureOfQuestion = 0.5f;
    private const float SureOfStatement = 0.9f;

    /// <summary>The step, or <see langword="null"/> when the message stands on its own.</summary>
    public static Step? Take(TurnScope scope, Remark remark)
    {
        if (scope.Turn.Previous is not { } previous || scope.Model.FrameOfFunction(previous.Call.Name) is not { } frame || !scope.Abilities.Can(frame.Tool.Name)) return null;
        if (!remark.IsTied && (!scope.Turn.PreviousIsFresh || remark.Rest.Tokens.Count > LongestFragment)) return null;
        if (StandsAlone(scope, frame, remark.Rest)) return null;
        var arguments = (JsonObject)previous.Arguments().DeepClone();
        var (changed, whole) = Changes.Apply(scope, frame, arguments, remark.Rest);
        if (!changed || !whole && !remark.IsTied || !whole && remark.Rest.Tokens.Count > LongestFragment) return remark.Repeats && remark.Rest.Tokens.Count == 0 ? new Step.Call(frame.Tool.Name, arguments) : null;
        var done = previous.Reply?.Succeeded == true;
        if (!done || frame.Tool.Effect == Effect.Read) return remark.IsTied || frame.Tool.Effect == Effect.Read ? Requests.CallOrAsk(scope, frame, arguments) : null;
        if (remark.Repeats || remark.Adds && whole) return Requests.CallOrAsk(scope, frame, arguments);
        return remark.Corrects || remark.No ? new Step.Say(scope.Book.Say("done_already")) : null;
    }

    /// <summary>Whether the words ask for something by themselves: for another tool, or for this one with all that it needs.</summary>
    public static bool StandsAlone(TurnScope scope, ToolFrame frame, Utterance said)
    {
        if (said.Tokens.Count(t => t.Kind != TokenKind.Mark) < 2 || IsBareValue(said)) return false;
        var best = scope.Model.Understand(said, scope.Values).Best;
        if (best.Probability < SureOf(scope, best.Name, said) || Intent.IsChat(best.Name)) return false;
        var whole = scope.Model.Frame(best.Name) is { } other && Missing.First(other, scope.Model.Fill(other, said, scope.Values).Arguments) is null;
        if (!Requests.Opens(scope, best.Name, said)) return best.Name != frame.Tool.Name && best.Probability >= SureOfStatement && whole && said.Tokens.Count(t => t.Kind == TokenKind.Word) > 4;
        return best.Name != frame.Tool.Name || whole;
    }

    /// <summary>How sure one must be that the words ask for the tool: a whole question is hardly anything else.</summary>
    public static float SureOf(TurnScope scope, string tool, Utterance said) =>
        Phrases.Asks(said) && said.Tokens.Count(t => t.Kind == TokenKind.Word) > 3 && scope.Model.Frame(tool)?.Tool.Effect == Effect.Read ? SureOfQuestion : SureOfAnother;

    /// <summary>"last week", "12,000": nothing but a value.</summary>
    private static bool IsBareValue(Utterance said) =>
        said.Values.Count > 0 && said.Tokens.Select((t, i) => (t, i)).All(p => p.t.Kind == TokenKind.Mark || Phrases.IsFiller(p.t.Norm) || said.Values.Exists(v => v.Kind != Values.ValueKind.Code && p.i >= v.Start && p.i < v.End));
}
