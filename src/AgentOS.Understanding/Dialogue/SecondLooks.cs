using System.Text.Json;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;

namespace AgentOS.Understanding.Dialogue;

/// <summary>
/// "How much is a service contract?" looks for a product of that name, and there is none: then the question goes, as it was asked, to the tool that answers
/// whole questions. And what that tool is asked first, because nothing else fits well, goes elsewhere where it has no answer.
/// </summary>
internal static class SecondLooks
{
    /// <summary>From which probability on a question that nobody seems to be for is worth asking of the answering tool.</summary>
    private const float Worth = 0.05f;

    /// <summary>The answering tool first and another step where it does not know; only the other step when that tool cannot be meant.</summary>
    public static Step First(TurnScope scope, Understood understood, Step otherwise) =>
        Answering(scope) is { } frame && Wonders(understood.Utterance) && understood.Ranking.Any(r => r.Name == frame.Tool.Name && r.Probability >= Worth)
        && Requests.Fill(scope, frame.Tool.Name, understood.Utterance) is Step.Call call ? call with { Otherwise = otherwise } : otherwise;

    /// <summary>Between a look-up of a record and the answering tool nobody need choose: the likelier goes first, and the other where it comes to nothing.</summary>
    public static Step? Between(TurnScope scope, Understood understood, IReadOnlyList<string> rivals)
    {
        if (rivals.Count != 2 || Answering(scope) is not { } frame || !rivals.Contains(frame.Tool.Name) || rivals.Any(r => scope.Model.Frame(r)!.Tool.Effect != Effect.Read)) return null;
        return (Requests.Fill(scope, rivals[0], understood.Utterance), Requests.Fill(scope, rivals[1], understood.Utterance)) switch
        {
            (Step.Call first, Step.Call second) => first with { Otherwise = second },
            (Step.Call only, _) => only,
            (_, Step.Call only) => only,
            _ => null,
        };
    }

    /// <summary>The plan, and behind it what is left to try for each call of it that came to nothing.</summary>
    public static IReadOnlyList<Step> Behind(TurnScope scope, IReadOnlyList<Step> plan, IReadOnlyList<MadeCall> made) =>
        made.Count < plan.Count ? plan : [.. plan, .. Others(scope, plan, made).Select(o => o.Other)];

    /// <summary>The calls that are worth telling: of two looks the one that found something, and the first where none did.</summary>
    public static List<MadeCall> WorthTelling(TurnScope scope, IReadOnlyList<Step> plan, IReadOnlyList<MadeCall> made)
    {
        var left = new HashSet<MadeCall>(ReferenceEqualityComparer.Instance);
        var next = plan.Count;
        foreach (var (first, other) in Others(scope, plan, made))
        {
            if (other is Step.Say)
            {
                left.Add(first);
            }
            else if (next < made.Count)
            {
                var second = made[next++];
                left.Add(CameToNothing(scope, second) ? second : first);
            }
        }

        return [.. made.Where(c => !c.Told && !left.Contains(c))];
    }

    private static IEnumerable<(MadeCall First, Step Other)> Others(TurnScope scope, IReadOnlyList<Step> plan, IReadOnlyList<MadeCall> made)
    {
        for (var i = 0; i < plan.Count && i < made.Count; i++)
        {
            if (plan[i] is not Step.Call call || !CameToNothing(scope, made[i])) continue;
            if (call.Otherwise is { } otherwise) yield return (made[i], otherwise);
            else if (Answering(scope) is { } frame && frame.Tool.Name != call.Tool && scope.Read(call.Words ?? scope.Turn.Text) is var said && Wonders(said)) yield return (made[i], Requests.Fill(scope, frame.Tool.Name, said));
        }
    }

    /// <summary>Whether a look-up found no record, nor one of a like name, or an answer is not known; a view says the latter with <c>known</c>.</summary>
    private static bool CameToNothing(TurnScope scope, MadeCall call) => scope.Model.FrameOfFunction(call.Call.Name)?.Tool.Effect == Effect.Read && call.Reply switch
    {
        { Error: { } error } => error is { Code: "not_found", Choices: null or { Count: 0 } },
        { Data: { ValueKind: JsonValueKind.Object } data } => data.TryGetProperty("known", out var known) && known.ValueKind == JsonValueKind.False,
        _ => false,
    };

    private static ToolFrame? Answering(TurnScope scope) => scope.Model.Answering is { } frame && scope.Abilities.Can(frame.Tool.Name) ? frame : null;

    /// <summary>Whether somebody wants to know something, and not to see a record.</summary>
    private static bool Wonders(Utterance said) => Phrases.IsQuestion(said) || said.Tokens.Exists(t => t.Norm is "about" or "عن");
}
