using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;

namespace AgentOS.Understanding.Dialogue;

/// <summary>The requests of one message, in their order; where one needs an answer first, those behind it wait in the question.</summary>
internal static class Parts
{
    public static List<Step> Of(TurnScope scope, IReadOnlyList<Utterance> parts, bool later = false)
    {
        var steps = new List<Step>();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = later || i > 0 ? scope with { IsLaterPart = true } : scope;
            foreach (var step in Requests.Of(part, parts[i]))
            {
                var settled = step is Step.Say { State: { } state } && steps.LastOrDefault() is Step.Call before ? Lent(part, state, before) ?? step : step;
                if (settled is Step.Say question)
                    return [.. steps, question.State is { IsQuestion: true } asked ? question with { State = asked with { Next = Texts(parts, i + 1) } } : question];
                if (settled is Step.Call pointing && steps.LastOrDefault() is Step.Call named) Pointers.Name(part, pointing, named);
                steps.Add(settled with { Words = parts[i].Text });
            }
        }

        return steps;
    }

    /// <summary>What a question waits for is done; then what was asked for beside it, and then the question that it interrupted.</summary>
    public static List<Step> Behind(TurnScope scope, DialogueState state)
    {
        var steps = Of(scope, [.. (state.Next ?? []).Select(scope.Read)], later: true);
        if (state.Under is not { } under || steps.LastOrDefault() is Step.Say) return steps;
        return [.. steps, Returns.To(scope, under)];
    }

    /// <summary>"how much is caramel syrup and how many do we have": the second half means the product of the first.</summary>
    private static Step? Lent(TurnScope scope, DialogueState state, Step.Call before)
    {
        if (state.Tool is null || state.Asked is not { } asked || scope.Model.Frame(state.Tool) is not { } frame || scope.Model.Frame(before.Tool) is not { } lender) return null;
        if (frame.Find(asked) is not { Kind: ArgumentKind.Reference, Entity: { } entity }) return null;
        if (lender.Arguments.FirstOrDefault(a => a.Entity == entity && a.List is null && before.Arguments.ContainsKey(a.Path)) is not { } same) return null;
        var arguments = (JsonObject)state.Arguments.DeepClone();
        arguments[asked] = before.Arguments[same.Path]?.DeepClone();
        return Requests.CallOrAsk(scope, frame, arguments);
    }

    private static List<string>? Texts(IReadOnlyList<Utterance> parts, int from) =>
        from < parts.Count ? [.. parts.Skip(from).Select(p => p.Text)] : null;
}
