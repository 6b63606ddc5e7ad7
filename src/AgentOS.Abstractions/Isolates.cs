using System.Text;
using System.Text.RegularExpressions;

namespace AgentOS;

/// <summary>
/// Keeps left-to-right runs whole within Arabic, by isolates of the Unicode bidirectional algorithm (UAX #9, LRI and PDI).
/// Without them «SO-1001» next to Arabic punctuation is shown with its parts swapped.
/// </summary>
public static partial class Isolates
{
    private const char Open = '\u2066';
    private const char OpenRightToLeft = '\u2067';
    private const char Close = '\u2069';

    /// <summary>Isolates a left-to-right text; Arabic text and what is isolated already stay as they are.</summary>
    public static string Isolate(string text) =>
        text.Length == 0 || text[0] == Open || HasArabic(text) ? text : $"{Open}{text}{Close}";

    /// <summary>Isolates a value when it would otherwise be torn: it has Latin letters, or digits joined by signs.</summary>
    public static string IsolateValue(string text) => !HasArabic(text) && Run().IsMatch(text) ? Isolate(text) : text;

    /// <summary>Isolates a quotation whose words run the other way than the text around it.</summary>
    /// <param name="marked">The quotation with its marks.</param>
    /// <param name="words">Its words, which tell its direction.</param>
    /// <param name="around">The language of the text around it.</param>
    public static string IsolateQuotation(string marked, string words, string around) => (Language.Of(words, around), around) switch
    {
        (Language.English, Language.Arabic) => $"{Open}{marked}{Close}",
        (Language.Arabic, Language.English) => $"{OpenRightToLeft}{marked}{Close}",
        _ => marked,
    };

    /// <summary>Isolates every left-to-right run of an Arabic text that is not isolated yet.</summary>
    public static string IsolateRuns(string text)
    {
        if (!Run().IsMatch(text)) return text;
        var result = new StringBuilder(text.Length + 16);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf(Open, at);
            var end = open < 0 ? text.Length : open;
            result.Append(Run().Replace(text[at..end], run => $"{Open}{run.Value}{Close}"));
            if (open < 0) break;
            var close = text.IndexOf(Close, open);
            at = close < 0 ? text.Length : close + 1;
            result.Append(text, open, at - open);
        }

        return result.ToString();
    }

    private static bool HasArabic(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0600', '\u06FF') >= 0 || text.AsSpan().IndexOfAnyInRange('\uFB50', '\uFEFC') >= 0;

    // Words with a Latin letter, joined by single spaces or by the signs of names, addresses and numbers;
    // or digits joined by dashes or slashes, or led by a plus. Parentheses and list numbers ("1. ") stay outside.
    [GeneratedRegex(@"(?:\+?[0-9]+(?:[-_./:'’&@+,]*[0-9]+)*[-_/'’&@+]*(?: (?=[A-Za-z\u00C0-\u024F]))?)?[A-Za-z\u00C0-\u024F](?:[-_./:'’&@+,#]*[A-Za-z0-9\u00C0-\u024F]|(?: & | - | )(?=[A-Za-z0-9\u00C0-\u024F+])[A-Za-z0-9\u00C0-\u024F+])*|\+[0-9]+(?:[- ]?[0-9]+)*|[0-9]+(?:[-/][0-9]+)+")]
    private static partial Regex Run();
}
