using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Intents;

/// <summary>
/// A tool whose arguments the utterance fills is likelier than one that would have to ask, that has no place for a value that was said, or that would look
/// for a record that there is not.
/// </summary>
internal static class Completeness
{
    private const float Missing = 0.45f;
    private const float Unused = 0.6f;
    private const float Worth = 0.02f;

    /// <summary>Words stand for a record, and no record has such a name.</summary>
    private const float Nameless = 0.4f;

    /// <summary>A record is named of the entity that a tool's requests speak of.</summary>
    private const float About = 2.5f;

    /// <summary>What names a record of the tenant's hardly concerns nobody here.</summary>
    private const float OutsideDespiteName = 0.3f;

    /// <summary>From here on a name is no chance resemblance.</summary>
    private const float Certain = 0.82f;

    public static ScoredIntent[] Weigh(EmbeddedUnderstanding model, Understood glance, ValueContext context)
    {
        var weighed = new List<ScoredIntent>(glance.Ranking.Count);
        var sum = 0f;
        foreach (var intent in glance.Ranking)
        {
            var weight = intent.Probability > Worth && glance.Best.Probability < 0.98f ? Weight(model, intent.Name, glance.Utterance, context) : 1;
            sum += intent.Probability * (weight - 1);
            weighed.Add(intent with { Probability = intent.Probability * weight });
        }

        return [.. weighed.Select(i => i with { Probability = i.Probability / (1 + sum) }).OrderByDescending(i => i.Probability)];
    }

    private static float Weight(EmbeddedUnderstanding model, string intent, Utterance utterance, ValueContext context)
    {
        if (intent == Intent.Outside) return utterance.Names.Any(n => n.Score >= Certain) ? OutsideDespiteName : 1;
        return model.Frame(intent) is { } frame ? Fit(model.Fill(frame, utterance, context), utterance) : 1;
    }

    private static float Fit(Filled filled, Utterance utterance)
    {
        var fit = 1f;
        foreach (var argument in filled.Frame.Arguments)
        {
            if (argument.Required && (argument.List is { } list ? argument.ListRequired && !filled.Arguments.ContainsKey(list) : !filled.Arguments.ContainsKey(argument.Path))) fit *= Missing;
            if (argument.About is { } entity && utterance.Names.Any(n => n.Entity == entity && n.Score >= Certain)) fit *= About;
        }

        foreach (var value in utterance.Values)
            if (value.Kind is ValueKind.Date or ValueKind.Code or ValueKind.Money or ValueKind.Email or ValueKind.Phone && !filled.Spans.Any(s => value.Start < s.End && value.End > s.Start)) fit *= Unused;
        if (utterance.HasNames && filled.Spans.Any(s => IsNameless(s, utterance))) fit *= Nameless;
        return fit;
    }

    /// <summary>Whether words that stand for a record are neither a name nor a number of one, nor point at one.</summary>
    private static bool IsNameless(SlotSpan span, Utterance utterance) =>
        span.Argument is { Kind: ArgumentKind.Reference, Entity: { } entity }
        && !utterance.Names.Any(n => n.Entity == entity && n.Score >= NameFeatures.Least && n.Start < span.End && n.End > span.Start)
        && !utterance.Values.Any(v => v.Kind is ValueKind.Code or ValueKind.Ordinal or ValueKind.Number && v.Start < span.End && v.End > span.Start)
        && !utterance.Tokens.GetRange(span.Start, span.End - span.Start).Exists(t => ReferenceWords.IsPronoun(t.Norm));
}
