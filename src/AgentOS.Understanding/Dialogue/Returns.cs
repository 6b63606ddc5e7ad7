using System.Text.Json.Nodes;
using AgentOS.Tools;
using AgentOS.Understanding.Replies;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Back to a question after something else was talked of.</summary>
internal static class Returns
{
    private const int MostAsides = 3;

    /// <summary>The steps of an aside, and the question again. Where the aside has become the matter itself, the question is let go.</summary>
    public static IReadOnlyList<Step> After(TurnScope scope, DialogueState state, IReadOnlyList<Step> aside)
    {
        if (!Keeps(scope, state)) return aside;
        var returned = state with { Asides = state.Asides + 1 };
        if (aside is not [.., Step.Say said]) return [.. aside, To(scope, returned)];
        if (said.State is { IsQuestion: true } other) return [.. aside.SkipLast(1), said with { State = other with { Under = returned with { Under = null } } }];
        var again = To(scope, returned);
        return [.. aside.SkipLast(1), again with { Text = $"{said.Text}\n{again.Text}" }];
    }

    /// <summary>Whether a question outlives an aside: one about a change does, a mere look-up is overtaken by the next.</summary>
    public static bool Keeps(TurnScope scope, DialogueState state) =>
        state.Asides < MostAsides && state.Tool is { } tool && scope.Model.Frame(tool)?.Tool.Effect is not (null or Effect.Read);

    public static Step.Say To(TurnScope scope, DialogueState state)
    {
        if (state.Choices is { } choices)
            return new Step.Say(scope.Book.Say("which_record", ("choices", ReplyBook.Numbered(choices.Select(c => c.Label)))), state);
        var asked = (Step.Say)Requests.Ask(scope, scope.Model.Frame(state.Tool!)!, (JsonObject)state.Arguments.DeepClone(), state.Asked!);
        return asked with { State = state };
    }
}
