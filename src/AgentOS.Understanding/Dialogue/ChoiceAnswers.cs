using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Replies;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Picks one of the choices offered: by position, by number, by name, by yes where there is only one.</summary>
internal static class ChoiceAnswers
{
    private const int LongestName = 5;
    private const int LongestPosition = 7;

    public static IReadOnlyList<Step>? Take(TurnScope scope, DialogueState state, Remark remark)
    {
        var labels = state.Choices?.Select(c => c.Label).ToList() ?? state.Tools!.Select(t => ExampleRequests.Of(scope, t) ?? t).ToList();
        if (labels.Count == 1 && (Phrases.IsYes(remark.Whole) || remark.Yes && remark.Rest.Tokens.Count == 0)) return Pick(scope, state, 0);
        if (Phrases.IsNo(remark.Whole)) return Answers.Dropped(scope, state);
        if (Position(remark.Whole, labels.Count) is { } position) return Pick(scope, state, position);
        if (ByName(remark.Rest, labels, sure: true) is { } plainly) return Pick(scope, state, plainly);
        if (scope.Model.Frame(state.Tool ?? "") is { } frame && FollowUps.StandsAlone(scope, frame, remark.Rest)) return Another(scope, state, remark);
        if (ByName(remark.Rest, labels, sure: false) is { } named) return Pick(scope, state, named);
        if (Renamed(scope, state, remark) is { } renamed) return renamed;
        if (scope.Model.Understand(remark.Rest, scope.Values).Best is var best && best.Probability >= 0.75f && best.Name != state.Tool && state.Tools?.Contains(best.Name) != true && remark.Rest.Tokens.Count > 1) return null;
        if (state.Attempts + 1 >= Answers.MostAttempts) return [new Step.Say(scope.Book.Say("give_up", ("example", ExampleRequests.Of(scope, state.Tool ?? state.Tools![0]) ?? "")))];
        var again = $"{scope.Book.Say("no_such_choice")} {scope.Book.Say("which_record", ("choices", ReplyBook.Numbered(labels)))}";
        return [new Step.Say(again, state with { Attempts = state.Attempts + 1 })];
    }

    private static IReadOnlyList<Step> Pick(TurnScope scope, DialogueState state, int position)
    {
        if (state.Tools is { } tools) return [Requests.Fill(scope, tools[position], scope.Read(state.Utterance ?? "")), .. Parts.Behind(scope, state)];
        return Chosen(scope, state, state.Choices![position].Id);
    }

    private static IReadOnlyList<Step> Chosen(TurnScope scope, DialogueState state, string value)
    {
        var arguments = (JsonObject)state.Arguments.DeepClone();
        ArgumentPath.Set(arguments, state.Asked ?? "", value);
        return Answers.Settled(scope, state, new Step.Call(state.Tool!, arguments));
    }

    private static IReadOnlyList<Step>? Another(TurnScope scope, DialogueState state, Remark remark) =>
        remark.No || remark.Corrects ? null : Returns.After(scope, state, Parts.Of(scope, RequestSplitter.Split(scope, remark.Rest)));

    /// <summary>"no, the Nakheel one": none of those offered, but this name.</summary>
    private static IReadOnlyList<Step>? Renamed(TurnScope scope, DialogueState state, Remark remark)
    {
        if (state.Tool is null || !remark.No && !remark.Corrects) return null;
        var words = remark.Rest.Tokens.Where(t => t.Kind != TokenKind.Mark).SkipWhile(t => Phrases.IsFiller(t.Norm)).Reverse().SkipWhile(t => Phrases.IsFiller(t.Norm)).Reverse().ToList();
        return words.Count is 0 or > LongestName || words.TrueForAll(w => scope.Model.Vocabulary.Knows(w.Norm)) ? null : Chosen(scope, state, remark.Rest.Text[words[0].Start..words[^1].End]);
    }

    private static int? Position(Utterance utterance, int count)
    {
        if (utterance.Tokens.Count > LongestPosition) return null;
        foreach (var value in utterance.Values)
        {
            var said = value.Kind switch
            {
                ValueKind.Ordinal => (int)value.Value,
                ValueKind.Number when utterance.Tokens.Count <= 4 && (utterance.Tokens.Count == 1 || utterance.Tokens[value.Start].Norm != "one") && value.Value is decimal number and > 0 and < 10 && number == decimal.Truncate(number) => (int)number,
                _ => 0,
            };
            if (said < 0) return count - 1;
            if (said > 0 && said <= count) return said - 1;
        }

        return null;
    }

    /// <summary>The label that shares the most with what was said, if one clearly does; surely where every word that was said is in it.</summary>
    private static int? ByName(Utterance utterance, List<string> labels, bool sure)
    {
        var words = utterance.Tokens.Where(t => t.Kind is TokenKind.Word or TokenKind.Code or TokenKind.Number && !Phrases.IsFiller(t.Norm)).Select(t => t.Norm).ToList();
        if (words.Count == 0) return null;
        var tokens = labels.ConvertAll(Tokenizer.Tokenize);
        var scores = tokens.ConvertAll(label => label.Sum(t => words.Max(w => Alike(w, t.Norm))));
        var best = scores.IndexOf(scores.Max());
        if (scores[best] < 0.7 || scores.Count(s => s > scores[best] - 0.3) > 1) return null;
        return !sure || words.TrueForAll(w => tokens[best].Exists(t => Alike(w, t.Norm) > 0)) || utterance.Tokens.Exists(t => t.Kind == TokenKind.Code) ? best : null;
    }

    private static double Alike(string said, string word)
    {
        if (said == word) return said.Length > 1 ? 1 : 0;
        if (said.Any(char.IsDigit)) return 0;
        var longest = Math.Max(said.Length, word.Length);
        var likeness = longest < 4 ? 0 : 1 - ((double)EditDistance.Between(said, word) / longest);
        return likeness >= 0.7 ? likeness : 0;
    }
}
