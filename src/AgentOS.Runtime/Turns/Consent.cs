using System.Collections.Frozen;

namespace AgentOS.Runtime.Turns;

/// <summary>What somebody says to a question whether to go on.</summary>
public enum ConsentAnswer
{
    /// <summary>Neither a yes nor a no: another wish, or a question.</summary>
    Unclear,

    /// <summary>Yes, and nothing else.</summary>
    Yes,

    /// <summary>No, and nothing else.</summary>
    No,
}

/// <summary>
/// Reads a yes or a no. It is code and no model that reads it, because it is authority: only words that can mean nothing else count.
/// </summary>
public static class Consent
{
    private static readonly FrozenSet<string> Yes = new[]
    {
        "yes", "y", "yep", "yeah", "yup", "sure", "ok", "okay", "confirm", "confirmed", "approve", "approved", "go", "proceed", "correct", "right",
        "نعم", "ايه", "اي", "ايوه", "ايوا", "أيوه", "اكيد", "تمام", "اوكي", "اوك", "موافق", "موافقه", "أكد", "اكد", "صح", "زين", "يلا", "ابشر", "طيب", "توكل", "اعتمد",
        "eeh", "aywa", "aiwa", "naam", "na3am", "tamam", "akeed", "tayeb", "zain",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> No = new[]
    {
        "no", "n", "nope", "nah", "cancel", "stop", "decline", "reject", "dont", "never",
        "لا", "لأ", "كنسل", "الغ", "الغي", "الغها", "وقف", "ارفض", "رفض", "بلاش", "لاتسوي", "بطلت", "هونت", "تلغي", "تلغيه", "تلغيها", "مو", "مب",
        "la", "la2",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Filler = new[]
    {
        "please", "pls", "plz", "thanks", "thx", "thank", "you", "it", "do", "that", "ahead", "then", "place", "the", "order", "mind", "of", "course", "absolutely", "definitely", "s", "is", "fine", "good", "perfect", "great", "lovely", "super", "cool", "nice", "looks", "sounds", "all",
        "لو", "سمحت", "شكرا", "من", "فضلك", "الله", "على", "والله", "الطلب", "خلاص", "كمل", "حاضر", "يا", "هو", "كذا", "بالله", "الحين", "تسوي", "تسويه", "تسويها",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int MaxWords = 6;

    /// <summary>Reads an answer in English or Arabic.</summary>
    public static ConsentAnswer Read(string text)
    {
        bool yes = false, no = false;
        var words = text.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)
            .Split([' ', '\t', '\n', '\r', ',', '،', '.', '!', '؟', '?', ';', '؛', ':', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MaxWords) return ConsentAnswer.Unclear;
        foreach (var spoken in words)
        {
            var word = Plain(spoken);
            if (Yes.Contains(word)) yes = true;
            else if (No.Contains(word)) no = true;
            else if (!Filler.Contains(word)) return ConsentAnswer.Unclear;
        }

        return (yes, no) switch
        {
            (true, false) => ConsentAnswer.Yes,
            (false, true) => ConsentAnswer.No,
            _ => ConsentAnswer.Unclear,
        };
    }

    private static string Plain(string word)
    {
        var plain = word.TrimEnd('ه', 'ـ') is { Length: > 0 } trimmed && !Yes.Contains(word) && !No.Contains(word) && !Filler.Contains(word) ? trimmed : word;
        return string.Concat(plain.Where(c => c is not (>= '\u064B' and <= '\u0652') and not 'ـ').Select(c => c is 'أ' or 'إ' or 'آ' ? 'ا' : c));
    }
}
