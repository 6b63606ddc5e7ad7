using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Replies;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Dialogue;

/// <summary>From one request to the call that serves it, or to the question that must come first.</summary>
internal static class Requests
{
    /// <summary>Words for a business or somebody in it that was spoken of.</summary>
    private static readonly HashSet<string> People = ["they", "them", "their", "him", "her", "his", "لهم", "عندهم", "معهم", "عنهم", "منهم", "عنه", "عنها"];

    /// <summary>The steps for a request on its own: one, or one for each record where it speaks of several.</summary>
    public static IReadOnlyList<Step> Of(TurnScope scope, Utterance utterance)
    {
        utterance = ObjectVerbs.Apart(scope, utterance);
        if (ForeignFunctions.MatchNamed(scope, utterance) is { } named) return [named];
        if (Plurals.Take(scope, utterance) is { } several) return several;
        if (Shown.Take(scope, utterance) is { } shown) return [shown];
        return [One(scope, utterance)];
    }

    /// <summary>The step for a request about one thing.</summary>
    public static Step One(TurnScope scope, Utterance utterance)
    {
        if (utterance.Values.Count > 0 && utterance.Tokens.TrueForAll(t => t.Kind is TokenKind.Number or TokenKind.Mark)) return new Step.Say(scope.Book.Say("not_understood"));
        utterance = LastClause.Of(scope, Pronoun(scope, utterance));
        var understood = Salience.Weigh(scope, scope.Model.Understand(utterance, scope.Values));
        var (name, probability) = understood.Best;
        var together = understood.Ranking.Where(r => !Intent.IsChat(r.Name)).Sum(r => r.Probability);
        var sure = (probability >= scope.Model.Options.LeastConfidence || !Intent.IsChat(name) && together >= 2 * scope.Model.Options.LeastConfidence) && KnowsEnough(scope, utterance);
        if ((!sure || name == Intent.Outside) && ForeignFunctions.Match(scope.Abilities.Foreign, utterance) is { } foreign) return foreign;
        if (!sure || name == Intent.Outside) return SecondLooks.First(scope, understood, Chat(scope, Intent.Outside));
        if (Intent.IsChat(name)) return Chat(scope, name);
        var rivals = understood.Ranking
            .TakeWhile(r => r.Probability >= probability * scope.Model.Options.AskBetween)
            .Where(r => !Intent.IsChat(r.Name) && scope.Abilities.Can(r.Name))
            .Take(3).Select(r => r.Name).ToList();
        if (Opens(scope, name, utterance)) rivals.RemoveAll(r => !Opens(scope, r, utterance));
        if (rivals.Count > 1) return SecondLooks.Between(scope, understood, rivals) ?? WhichTool(scope, utterance, rivals);
        if (!scope.Abilities.Can(name)) return new Step.Say(scope.Book.Say("unavailable"));
        return Fill(scope, name, utterance);
    }

    /// <summary>The step for a request whose tool is settled.</summary>
    public static Step Fill(TurnScope scope, string tool, Utterance utterance)
    {
        if (scope.Model.Frame(tool) is not { } frame) return new Step.Call(tool, []);
        var filled = scope.Model.Fill(frame, utterance, scope.Values);
        foreach (var whole in frame.Arguments.Where(a => a.IsAsSaid)) filled.Arguments[whole.Path] = utterance.Text.Trim();
        FromFocus(scope, filled, utterance);
        if (frame.Tool.Effect == Tools.Effect.Read) UnclaimedChoices.Claim(filled, utterance, scope.Model, scope.Values);
        Pointers.Settle(scope, frame, filled.Arguments);
        return CallOrAsk(scope, frame, filled.Arguments);
    }

    /// <summary>Whether requests for the tool begin as the words do, or the words are a question, as any tool that only looks may be asked for.</summary>
    public static bool Opens(TurnScope scope, string tool, Utterance said) =>
        scope.Model.Opens(tool, said.Tokens) || scope.Model.Frame(tool)?.Tool.Effect == Tools.Effect.Read && Phrases.Asks(said);

    /// <summary>Calls when nothing is missing, otherwise asks for the first thing that is.</summary>
    public static Step CallOrAsk(TurnScope scope, ToolFrame frame, JsonObject arguments, int attempts = 0) =>
        Missing.First(frame, arguments) is { } path
            ? Ask(scope, frame, arguments, path, attempts)
            : new Step.Call(frame.Tool.Name, arguments);

    public static Step Ask(TurnScope scope, ToolFrame frame, JsonObject arguments, string path, int attempts = 0)
    {
        var argument = frame.Find(ArgumentPath.Plain(path)) ?? frame.Arguments.First(a => a.List == path);
        var question = Questions.For(scope.Book, argument, arguments, path, attempts);
        if (attempts > 0) question = $"{scope.Book.Say("not_understood")} {question}";
        return new Step.Say(question, new DialogueState { Tool = frame.Tool.Name, Arguments = arguments, Asked = path, Attempts = attempts });
    }

    public static Step.Say Chat(TurnScope scope, string intent)
    {
        var key = intent[(intent.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var misses = intent != Intent.Outside ? 0 : scope.Turn.Waiting is { IsQuestion: false } before ? before.Misses + 1 : 1;
        if (misses >= Answers.MostAttempts) key = "outside_again";
        var examples = ExampleRequests.Pick(scope, 3);
        if (examples.Count == 0 && intent is Intent.Outside or Intent.Help) return new Step.Say(scope.Book.Say("nothing_here"));
        var text = scope.Book.Say(key, ("examples", string.Join('\n', examples.Select(e => "• " + e)))).TrimEnd();
        return new Step.Say(text, misses > 0 ? new DialogueState { Misses = misses } : null);
    }

    /// <summary>In "how much is one" the last word means what was spoken of.</summary>
    private static Utterance Pronoun(TurnScope scope, Utterance utterance)
    {
        var words = utterance.Tokens.FindAll(t => t.Kind != TokenKind.Mark);
        return words.Count > 2 && words[^1].Norm == "one" && words[^2].Norm is "is" or "does" or "of" or "for" ? scope.Read(utterance.Text[..words[^1].Start] + ReferenceWords.It + utterance.Text[words[^1].End..]) : utterance;
    }

    private static Step.Say WhichTool(TurnScope scope, Utterance utterance, List<string> tools)
    {
        var choices = tools.Select(t => ExampleRequests.Of(scope, t) ?? scope.Model.Frame(t)!.Tool.Description);
        return new Step.Say(
            scope.Book.Say("which_tool", ("choices", ReplyBook.Numbered(choices))),
            new DialogueState { Tools = tools, Utterance = utterance.Text });
    }

    /// <summary>Words that only join others are no ground for guessing.</summary>
    private static bool KnowsEnough(TurnScope scope, Utterance utterance) =>
        scope.Model.KnowsAny(utterance with { Tokens = [.. utterance.Tokens.Where(t => !Phrases.IsFiller(t.Norm))] }) || scope.Model.KnowsAny(utterance) && utterance.Tokens.TrueForAll(t => Phrases.IsFiller(t.Norm));

    /// <summary>A record that was not named but is plainly meant: pointed at, or the only one of its kind just shown.</summary>
    private static void FromFocus(TurnScope scope, Filled filled, Utterance utterance)
    {
        if (ObjectVerbs.PointsAtPeople(utterance) && OpenCustomers(filled) is [{ } whose] && Pointers.Knows(scope, whose.Entity!)) filled.Arguments[whose.Path] = ReferenceWords.It;
        if (filled.Frame.Tool.Effect == Tools.Effect.Read && utterance.Tokens.Exists(t => People.Contains(t.Norm))
            && filled.Frame.Arguments.FirstOrDefault(a => a is { Required: false, Kind: ArgumentKind.Reference, Entity: "Customer" or "Supplier" } && !filled.Arguments.ContainsKey(a.Path) && scope.Focus.Last(a.Entity!) is not null) is { } theirs)
            filled.Arguments[theirs.Path] = ReferenceWords.It;
        var missing = filled.Frame.Arguments.Where(a => a is { Required: true, Kind: ArgumentKind.Reference, Many: false } && !filled.Arguments.ContainsKey(a.Path)).ToList();
        if (missing.Count != 1) return;
        if (scope.Focus.Last(missing[0].Entity!) is null) return;
        if (utterance.Values.FirstOrDefault(v => v.Kind == ValueKind.Ordinal) is { Value: int place } && scope.Focus.Nth(missing[0].Entity!, place) is not null)
        {
            filled.Arguments[missing[0].Path] = place < 0 ? "last" : $"#{place}";
            return;
        }

        var pointed = utterance.Tokens.Any(t => ReferenceWords.IsPronoun(t.Norm)) || utterance.Tokens is [{ Kind: TokenKind.Word } first, ..] && ReferenceWords.HasObject(first.Norm);
        var onlyOne = scope.Focus.Latest.Count(m => m.Entity == missing[0].Entity) == 1 && filled.Frame.Arguments.Count(a => a.Required && !a.Many) == 1 && filled.Frame.Arguments.All(a => !a.ListRequired);
        if (pointed || onlyOne) filled.Arguments[missing[0].Path] = ReferenceWords.It;
    }

    /// <summary>References to customers that the words left open.</summary>
    private static List<Argument> OpenCustomers(Filled filled) =>
        [.. filled.Frame.Arguments.Where(a => a is { Kind: ArgumentKind.Reference, List: null, Many: false, Entity: "Customer" } && !filled.Arguments.ContainsKey(a.Path))];
}
