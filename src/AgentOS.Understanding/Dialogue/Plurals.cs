using System.Globalization;
using System.Text.Json.Nodes;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Slots;

namespace AgentOS.Understanding.Dialogue;

/// <summary>"both", "all of them": one call for each of the records last shown where they are few; otherwise says so.</summary>
internal static class Plurals
{
    private const int Most = 3;

    /// <summary>The steps, or <see langword="null"/> when the request does not speak of several shown records.</summary>
    public static IReadOnlyList<Step>? Take(TurnScope scope, Utterance utterance)
    {
        var (start, end) = Phrases.Find(utterance.Tokens, "both");
        var both = end > 0;
        if (!both) (start, end) = Phrases.Find(utterance.Tokens, "all");
        if (end == 0 || scope.Focus.Latest.Count < 2) return null;
        var one = scope.Read($"{utterance.Text[..utterance.Tokens[start].Start]}{ReferenceWords.It}{utterance.Text[utterance.Tokens[end - 1].End..]}");
        var best = Salience.Weigh(scope, scope.Model.Understand(one, scope.Values)).Best;
        if (best.Probability < scope.Model.Options.LeastConfidence || Intent.IsChat(best.Name) || scope.Model.Frame(best.Name) is not { Tool.Effect: not Effect.Read } frame || !scope.Abilities.Can(best.Name)) return null;
        if (frame.Arguments.Where(a => a is { Required: true, Kind: ArgumentKind.Reference, Many: false }).ToList() is not [{ Entity: { } entity } argument]) return null;
        var records = scope.Focus.Latest.Where(m => m.Entity == entity).ToList();
        if (records.Count < 2) return null;
        if (records.Count > Most || both && records.Count != 2) return [TooMany(scope, records, both)];
        var arguments = scope.Model.Fill(frame, one, scope.Values).Arguments;
        return [.. records.Select((_, i) => For(scope, frame, arguments, argument, i + 1))];
    }

    private static Step For(TurnScope scope, ToolFrame frame, JsonObject shared, Argument argument, int position)
    {
        var arguments = (JsonObject)shared.DeepClone();
        arguments[argument.Path] = scope.Focus.Nth(argument.Entity!, position)!.Id.ToString();
        return Requests.CallOrAsk(scope, frame, arguments);
    }

    private static Step.Say TooMany(TurnScope scope, List<Mention> records, bool both) =>
        new(scope.Book.Say(both ? "both_of" : "one_at_a_time", ("count", records.Count.ToString(CultureInfo.InvariantCulture)), ("example", records[0].Label)));
}
