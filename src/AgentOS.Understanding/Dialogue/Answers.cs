using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Takes the person's message as the answer to a question of the model's own.</summary>
internal static class Answers
{
    private const int MostAttempts = 3;
    private const float SureOfAnother = 0.75f;

    /// <summary>The next step, or <see langword="null"/> when the message is no answer but a new request.</summary>
    public static Step? Take(TurnScope scope, DialogueState state, Utterance utterance)
    {
        if (Phrases.IsCancel(utterance)) return new Step.Say(scope.Book.Say("cancelled"));
        if (state.Choices is not null || state.Tools is not null) return ChoiceAnswers.Take(scope, state, utterance);
        if (state.Tool is null || state.Asked is null || scope.Model.Frame(state.Tool) is not { } frame) return null;
        var arguments = (JsonObject)state.Arguments.DeepClone();
        if (Understand(scope, frame, state.Asked, arguments, utterance)) return Requests.CallOrAsk(scope, frame, arguments);
        if (IsNewRequest(scope, state.Tool, utterance)) return null;
        return Again(scope, frame, state, arguments);
    }

    /// <summary>Puts the question once more; after three attempts offers another way.</summary>
    public static Step Again(TurnScope scope, ToolFrame frame, DialogueState state, JsonObject arguments)
    {
        if (state.Attempts + 1 < MostAttempts) return Requests.Ask(scope, frame, arguments, state.Asked!, state.Attempts + 1);
        return new Step.Say(scope.Book.Say("give_up", ("example", ExampleRequests.Of(scope, frame.Tool.Name) ?? frame.Tool.Description)));
    }

    public static bool IsNewRequest(TurnScope scope, string pending, Utterance utterance)
    {
        var best = scope.Model.Understand(utterance, scope.Values).Best;
        if (best.Name == Intent.Help) return best.Probability >= SureOfAnother;
        return best.Probability >= SureOfAnother && !Intent.IsChat(best.Name) && best.Name != pending && scope.Model.Opens(best.Name, utterance.Tokens);
    }

    private static bool Understand(TurnScope scope, ToolFrame frame, string asked, JsonObject arguments, Utterance utterance)
    {
        var argument = frame.Find(ArgumentPath.Plain(asked));
        var free = argument is null or { Kind: ArgumentKind.Text or ArgumentKind.Reference };
        if (free && IsNewRequest(scope, frame.Tool.Name, utterance)) return false;
        var filled = scope.Model.Fill(frame, utterance, scope.Values, isFragment: true).Arguments;
        if (argument is null) return TakeList(arguments, asked, filled);
        var several = argument.Kind is not (ArgumentKind.Text or ArgumentKind.Reference) || filled.Count > 1 && (argument.IsName || argument.Kind == ArgumentKind.Reference || utterance.Values.Any(v => v.Kind == Values.ValueKind.Date));
        var value = several && argument.List is null && filled[argument.Path] is { } tagged ? tagged.DeepClone() : scope.Model.Reader.Read(argument, Bare(utterance, argument), scope.Values);
        if (argument.Kind == ArgumentKind.Flag) value ??= Phrases.IsYes(utterance) ? true : Phrases.IsNo(utterance) ? false : null;
        if (value is null || argument.Kind == ArgumentKind.Reference && (utterance.Tokens.Count > 8 || Phrases.IsYes(utterance) || Phrases.IsNo(utterance))) return false;
        ArgumentPath.Set(arguments, asked, argument.Many && argument.List is null && value is not JsonArray ? new JsonArray(value) : value);
        foreach (var (name, other) in filled)
            if (!arguments.ContainsKey(name) && frame.Find(name) is { Kind: not (ArgumentKind.Text or ArgumentKind.Reference) }) arguments[name] = other?.DeepClone();
        return true;
    }

    private static bool TakeList(JsonObject arguments, string list, JsonObject filled)
    {
        if (filled[list] is not JsonArray { Count: > 0 } items) return false;
        arguments[list] = items.DeepClone();
        return true;
    }

    /// <summary>The answer without "it's for …" before a name.</summary>
    private static string Bare(Utterance utterance, Argument argument)
    {
        if (argument.Kind != ArgumentKind.Reference) return utterance.Text;
        var at = 0;
        while (at < utterance.Tokens.Count - 1 && utterance.Tokens[at].Norm is "for" or "to" or "with" or "in" or "from" or "the" or "it's" or "it" or "'s" or "is" or "at" or "حق" or "مع" or "من" or "في" or "الي" or "ل" or "هو" or "هي") at++;
        var start = utterance.Tokens[at].Start;
        return utterance.Tokens[at] is { Kind: TokenKind.Word } first && first.Norm.StartsWith("لل", StringComparison.Ordinal)
            ? "ال" + utterance.Text[(start + 2)..]
            : utterance.Text[start..];
    }
}
