using System.Text.Json.Nodes;
using AgentOS.Understanding.Measures;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Figures for programs. Shares go from 0 to 1; what does not apply is null.</summary>
internal static class TestedJson
{
    public static JsonObject Of(Evaluation evaluation)
    {
        var (intents, slots) = (evaluation.Intents, evaluation.Slots);
        return new JsonObject
        {
            ["utterances"] = evaluation.Judged.Count,
            ["intentAccuracy"] = Share(intents?.Accuracy),
            ["macroF1"] = Share(intents?.MacroF1),
            ["inScopeAccuracy"] = Share(intents?.InScopeAccuracy),
            ["outOfScopeRecall"] = Share(intents?.OutOfScopeRecall),
            ["outOfScopePrecision"] = Share(intents?.OutOfScopePrecision),
            ["matthewsCorrelation"] = Share(intents?.MatthewsCorrelation),
            ["slotPrecision"] = Share(slots?.Precision),
            ["slotRecall"] = Share(slots?.Recall),
            ["slotF1"] = Share(slots?.F1),
            ["exactMatch"] = Share(evaluation.ExactMatch),
            ["microseconds"] = new JsonObject { ["mean"] = Round(evaluation.Latency.Mean, 2), ["p50"] = Round(evaluation.Latency.Median, 2), ["p99"] = Round(evaluation.Latency.P99, 2), ["processor"] = Round(evaluation.Latency.Processor, 2) },
        };
    }

    public static JsonObject Of(Tested tested)
    {
        var json = Of(tested.Evaluation);
        json["trainingSeconds"] = tested.TrainingSeconds;
        json["modelBytes"] = tested.Bytes;
        json["intents"] = new JsonArray([.. (tested.Evaluation.Intents?.Classes ?? []).Select(Class)]);
        json["slots"] = new JsonArray([.. (tested.Evaluation.Slots?.Classes ?? []).Select(Class)]);
        json["confusions"] = new JsonArray([.. (tested.Evaluation.Intents is null ? [] : Confusion.Of(tested.Evaluation.Judged)).Select(Pair)]);
        json["unknownIntents"] = new JsonArray([.. tested.Unknown.Select(u => (JsonNode)u)]);
        return json;
    }

    public static JsonNode Pair(Confusion confusion) => new JsonObject
    {
        ["expected"] = confusion.Expected,
        ["given"] = confusion.Given,
        ["count"] = confusion.Utterances.Count,
        ["examples"] = new JsonArray([.. confusion.Utterances.Take(3).Select(u => (JsonNode)u.Expected.Text)]),
    };

    private static JsonObject Class(ClassScore score) => new()
    {
        ["name"] = score.Name,
        ["expected"] = score.Expected,
        ["given"] = score.Given,
        ["right"] = score.Right,
        ["precision"] = Share(score.Precision),
        ["recall"] = Share(score.Recall),
        ["f1"] = Share(score.F1),
    };

    private static double? Share(double? share) => share is { } s ? Round(s, 5) : null;

    private static double Round(double figure, int places) => Math.Round(figure, places);
}
