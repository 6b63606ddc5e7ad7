using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Slots;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Where a request only points ("whats its status"), tools for the kind of record that was last spoken of are likelier.</summary>
internal static class Salience
{
    private const float Unknown = 0.2f;
    private const float Latest = 2;
    private const float Elsewhere = 0.6f;
    private const float Worth = 0.02f;

    public static Understood Weigh(TurnScope scope, Understood understood)
    {
        if (!understood.Utterance.Tokens.Exists(t => ReferenceWords.IsPronoun(t.Norm) || t.Norm == "one")) return understood;
        var ranking = understood.Ranking.Select(r => r.Probability > Worth && scope.Model.Frame(r.Name) is { } frame ? r with { Probability = r.Probability * Fit(scope, frame, understood.Utterance) } : r).ToList();
        var (before, after) = (understood.Ranking.Sum(r => r.Probability), ranking.Sum(r => r.Probability));
        return after <= 0 ? understood : understood with { Ranking = [.. ranking.Select(r => r with { Probability = r.Probability * before / after }).OrderByDescending(r => r.Probability)] };
    }

    private static float Fit(TurnScope scope, ToolFrame frame, Utterance utterance)
    {
        var arguments = scope.Model.Fill(frame, utterance, scope.Values).Arguments;
        var (fit, points) = (1f, false);
        foreach (var argument in frame.Arguments)
        {
            if (argument.Kind != ArgumentKind.Reference || argument.List is not null || arguments[argument.Path]?.ToString() != ReferenceWords.It) continue;
            points = true;
            fit *= !Pointers.Knows(scope, argument.Entity!) ? Unknown : IsLatest(scope, argument.Entity!) ? Latest : 1;
        }

        return points ? fit : fit * Elsewhere;
    }

    private static bool IsLatest(TurnScope scope, string entity) => scope.Focus.Latest.Count > 0
        ? scope.Focus.Latest[0].Entity == entity
        : scope.Turn is { PreviousIsFresh: true, Previous: { } previous } && scope.Model.FrameOfFunction(previous.Call.Name)?.Arguments.FirstOrDefault(a => a.Kind == ArgumentKind.Reference)?.Entity == entity;
}
