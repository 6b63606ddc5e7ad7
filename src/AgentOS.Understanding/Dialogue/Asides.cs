using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Talk while a question is open: thanks, a greeting, a question that nobody here can answer.</summary>
internal static class Asides
{
    private const float Sure = 0.75f;
    private const int LongestPhrase = 6;

    /// <summary>The reply with the question behind it, or <see langword="null"/> when the message is not just talk.</summary>
    public static IReadOnlyList<Step>? Talk(TurnScope scope, DialogueState state, Remark remark)
    {
        var said = remark.Rest.Tokens.Count > 0 ? remark.Rest : remark.Whole;
        var best = scope.Model.Glance(said).Best;
        var question = scope.Model.Frame(state.Tool!)!.Find(ArgumentPath.Plain(state.Asked!));
        var words = question?.Kind is null or ArgumentKind.Text or ArgumentKind.Reference;
        if (words && (best.Probability < Sure || best.Name == Intent.Outside) && said.Tokens.Count > 3 && Phrases.Asks(said) && said.Tokens[^1].Norm is "?" or "؟" && FollowUps.Take(scope, remark) is null) return Returns.After(scope, state, [Requests.Chat(scope, Intent.Outside)]);
        if (best.Probability < Sure || !Intent.IsChat(best.Name) || !scope.Model.KnowsAny(said)) return null;
        if (best.Name == Intent.Outside ? !Phrases.IsQuestion(said) : said.Tokens.Count > LongestPhrase) return null;
        if (best.Name == Intent.Goodbye) return [Requests.Chat(scope, best.Name)];
        if (best.Name == Intent.Outside && !words) return null;
        var aside = Returns.After(scope, state, [Requests.Chat(scope, best.Name)]);
        return aside is [Step.Say { State: null } lone] ? [lone with { State = state }] : aside;
    }
}
