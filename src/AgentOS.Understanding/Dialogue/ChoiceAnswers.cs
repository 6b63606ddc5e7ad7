using System.Text.Json.Nodes;
using AgentOS.Understanding.Replies;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Picks one of the choices offered: by position, by number, by name, by yes where there is only one.</summary>
internal static class ChoiceAnswers
{
    private const int MostAttempts = 3;

    public static Step? Take(TurnScope scope, DialogueState state, Utterance utterance)
    {
        var labels = state.Choices?.Select(c => c.Label).ToList() ?? state.Tools!.Select(t => ExampleRequests.Of(scope, t) ?? t).ToList();
        if (labels.Count == 1 && Phrases.IsYes(utterance)) return Pick(scope, state, 0);
        if (Phrases.IsNo(utterance)) return new Step.Say(scope.Book.Say("cancelled"));
        if (Position(utterance, labels.Count) is { } position) return Pick(scope, state, position);
        if (state.Tool is { } tool && Answers.IsNewRequest(scope, tool, utterance)) return null;
        if (ByName(utterance, labels) is { } named) return Pick(scope, state, named);
        if (scope.Model.Understand(utterance, scope.Values).Best is var best && best.Probability >= 0.75f && best.Name != state.Tool && state.Tools?.Contains(best.Name) != true && utterance.Tokens.Count > 1) return null;
        if (state.Attempts + 1 >= MostAttempts) return new Step.Say(scope.Book.Say("give_up", ("example", ExampleRequests.Of(scope, state.Tool ?? state.Tools![0]) ?? "")));
        var again = $"{scope.Book.Say("no_such_choice")} {scope.Book.Say("which_record", ("choices", ReplyBook.Numbered(labels)))}";
        return new Step.Say(again, state with { Attempts = state.Attempts + 1 });
    }

    private static Step Pick(TurnScope scope, DialogueState state, int position)
    {
        if (state.Tools is { } tools) return Requests.Fill(scope, tools[position], scope.Read(state.Utterance ?? ""));
        var arguments = (JsonObject)state.Arguments.DeepClone();
        Frames.ArgumentPath.Set(arguments, state.Asked ?? "", state.Choices![position].Id);
        return new Step.Call(state.Tool!, arguments);
    }

    private static int? Position(Utterance utterance, int count)
    {
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

    /// <summary>The label that shares the most with what was said, if one clearly does.</summary>
    private static int? ByName(Utterance utterance, List<string> labels)
    {
        var words = utterance.Tokens.Where(t => t.Kind is TokenKind.Word or TokenKind.Code or TokenKind.Number).Select(t => t.Norm).ToList();
        var scores = labels.ConvertAll(label => Tokenizer.Tokenize(label).Sum(t => words.Max(w => (double?)Alike(w, t.Norm)) ?? 0));
        var best = scores.IndexOf(scores.Max());
        return scores[best] >= 0.7 && scores.Count(s => s > scores[best] - 0.3) == 1 ? best : null;
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
