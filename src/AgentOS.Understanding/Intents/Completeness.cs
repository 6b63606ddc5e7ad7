using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Intents;

/// <summary>A tool whose arguments the utterance fills is likelier than one that would have to ask, or that has no place for a value that was said.</summary>
internal static class Completeness
{
    private const float Missing = 0.45f;
    private const float Unused = 0.6f;
    private const float Worth = 0.02f;

    public static ScoredIntent[] Weigh(EmbeddedUnderstanding model, Understood glance, ValueContext context)
    {
        var weighed = new List<ScoredIntent>(glance.Ranking.Count);
        var sum = 0f;
        foreach (var intent in glance.Ranking)
        {
            var weight = intent.Probability > Worth && glance.Best.Probability < 0.98f && model.Frame(intent.Name) is { } frame ? Fit(model.Fill(frame, glance.Utterance, context), glance.Utterance) : 1;
            sum += intent.Probability * (weight - 1);
            weighed.Add(intent with { Probability = intent.Probability * weight });
        }

        return [.. weighed.Select(i => i with { Probability = i.Probability / (1 + sum) }).OrderByDescending(i => i.Probability)];
    }

    private static float Fit(Filled filled, Utterance utterance)
    {
        var fit = 1f;
        foreach (var argument in filled.Frame.Arguments)
            if (argument.Required && (argument.List is { } list ? argument.ListRequired && !filled.Arguments.ContainsKey(list) : !filled.Arguments.ContainsKey(argument.Path))) fit *= Missing;
        foreach (var value in utterance.Values)
            if (value.Kind is ValueKind.Date or ValueKind.Code or ValueKind.Money or ValueKind.Email or ValueKind.Phone && !filled.Spans.Any(s => value.Start < s.End && value.End > s.Start)) fit *= Unused;
        return fit;
    }
}
