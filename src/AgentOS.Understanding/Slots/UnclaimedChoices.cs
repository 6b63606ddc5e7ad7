using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots;

/// <summary>Narrows what is to be shown by a word that is itself a choice ("new leads") and that the tagger passed over.</summary>
internal static class UnclaimedChoices
{
    public static void Claim(Filled filled, Utterance utterance, EmbeddedUnderstanding model, ValueContext context)
    {
        foreach (var argument in filled.Frame.Arguments)
        {
            if (argument.Kind != ArgumentKind.Choice || argument.Required || argument.Many || filled.Arguments.ContainsKey(argument.Path)) continue;
            for (var i = 0; i < utterance.Tokens.Count; i++)
            {
                if (!argument.Choices.Contains(utterance.Tokens[i].Norm) || filled.Spans.Any(s => i >= s.Start && i < s.End) || utterance.Values.Exists(v => i >= v.Start && i < v.End)) continue;
                if (model.Reader.Read(argument, utterance.Tokens[i].Norm, context) is not { } value) continue;
                filled.Arguments[argument.Path] = value;
                break;
            }
        }
    }
}
