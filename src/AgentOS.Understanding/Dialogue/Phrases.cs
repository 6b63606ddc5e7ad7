using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>The few fixed phrases of conversation, folded.</summary>
internal static class Phrases
{
    private static readonly HashSet<string> CancelPhrases =
    [
        "cancel", "cancel that", "cancel it", "never mind", "nevermind", "forget it", "forget that", "stop", "leave it", "drop it", "skip it", "no thanks", "none", "none of them", "none of these", "neither", "not any of them",
        "خلاص", "الغ", "الغي", "الغيه", "الغه", "كنسل", "بطلت", "ما ابغي", "ما ابي", "انسي", "انس الموضوع", "انسي الموضوع", "اتركه", "خله", "ولا واحد", "ولا شي", "لا خلاص", "مو مهم", "هونت", "بلاش", "لا شكرا",
    ];

    private static readonly HashSet<string> YesPhrases =
    [
        "yes", "y", "yep", "yeah", "yup", "sure", "ok", "okay", "correct", "right", "exactly", "that one", "yes please", "please do", "go ahead",
        "ايه", "اي", "ايوه", "ايوا", "نعم", "صح", "تمام", "اوكي", "اكيد", "بالضبط", "هو", "اي نعم", "ايه هو", "موافق",
    ];

    private static readonly HashSet<string> NoPhrases = ["no", "n", "nope", "nah", "no thanks", "wrong", "لا", "لا لا", "كلا", "غلط", "مو هذا", "مب هذا", "مو هو"];

    public static bool IsCancel(Utterance utterance) => CancelPhrases.Contains(Joined(utterance));

    public static bool IsYes(Utterance utterance) => YesPhrases.Contains(Joined(utterance));

    public static bool IsNo(Utterance utterance) => NoPhrases.Contains(Joined(utterance));

    /// <summary>How many tokens a phrase takes at the start of the utterance; the longest that fits, or 0.</summary>
    public static int Leading(Utterance utterance, IReadOnlyList<string[]> phrases)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length <= longest || phrase.Length > utterance.Tokens.Count) continue;
            var fits = true;
            for (var i = 0; i < phrase.Length && fits; i++) fits = utterance.Tokens[i].Norm == phrase[i];
            if (fits) longest = phrase.Length;
        }

        return longest;
    }

    /// <summary>Phrases separated by commas, as rows of words.</summary>
    public static List<string[]> Rows(string phrases) => [.. phrases.Split(',', StringSplitOptions.TrimEntries).Select(p => p.Split(' '))];

    private static string Joined(Utterance utterance) => string.Join(' ', utterance.Tokens.Where(t => t.Kind != TokenKind.Mark).Select(t => t.Norm));
}
