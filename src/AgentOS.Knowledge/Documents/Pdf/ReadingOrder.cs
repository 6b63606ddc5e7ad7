using System.Text;

namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>
/// Gives Arabic text back the order in which it is read, and its letters. Most programs draw it from left to right, in the forms that letters have within words.
/// Which way a document was drawn is told by letters that stand only at the ends of words (ة and ى).
/// </summary>
internal static class ReadingOrder
{
    public static IReadOnlyList<PdfPage> Restore(IReadOnlyList<PdfPage> pages)
    {
        if (!pages.Any(p => p.Runs.Any(r => r.Text.AsSpan().ContainsAnyInRange('\u0590', '\uFEFC')))) return pages;
        var folded = pages.Select(p => p with { Runs = [.. p.Runs.Select(r => r with { Text = Fold(r.Text, letters: false) })] }).ToArray();
        var reversed = IsReversed(folded.SelectMany(p => p.Runs).Select(r => r.Text));
        return [.. folded.Select(p => p with { Runs = [.. p.Runs.Select(r => r with { Text = Fold(reversed ? Turn(r.Text) : r.Text, letters: true) })] })];
    }

    public static bool IsArabic(char c) => c is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <summary>Turns a line round that was drawn from left to right, but for the numbers and Latin words in it.</summary>
    internal static string Turn(string line)
    {
        if (!line.Any(IsArabic)) return line;
        var turned = line.ToCharArray();
        Array.Reverse(turned);
        for (var i = 0; i < turned.Length; i++)
        {
            if (!IsLeftToRight(turned[i])) turned[i] = Mirror(turned[i]);
            else i = TurnBack(turned, i);
        }

        return new string(turned);
    }

    /// <summary>Turns a stretch back that is read from left to right, with the marks between its letters; gives its last place.</summary>
    private static int TurnBack(char[] line, int from)
    {
        var last = from;
        for (var i = from + 1; i < line.Length && !IsArabicLetter(line[i]); i++)
            if (IsLeftToRight(line[i])) last = i;
        Array.Reverse(line, from, last - from + 1);
        return last;
    }

    private static bool IsLeftToRight(char c) => c is (>= '0' and <= '9') or (>= '٠' and <= '٩') || (char.IsLetter(c) && !IsArabic(c));

    private static bool IsArabicLetter(char c) => IsArabic(c) && !char.IsDigit(c);

    private static char Mirror(char c) => c switch { '(' => ')', ')' => '(', '[' => ']', ']' => '[', '«' => '»', '»' => '«', '<' => '>', '>' => '<', _ => c };

    private static bool IsReversed(IEnumerable<string> lines)
    {
        var ends = 0;
        foreach (var word in lines.SelectMany(l => l.Split([' ', '.', '،', ':', '؟', '(', ')'], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (IsFinal(word[^1])) ends++;
            if (IsFinal(word[0])) ends--;
        }

        return ends < 0;
    }

    private static bool IsFinal(char c) => c is 'ة' or 'ى' or '\uFE93' or '\uFE94' or '\uFEEF' or '\uFEF0';

    /// <summary>Marks of direction are left out; with <paramref name="letters"/> printed forms become letters, and joined ones two.</summary>
    private static string Fold(string text, bool letters)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')) continue;
            if (letters && c is (>= '\uFB00' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')) folded.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            else folded.Append(c);
        }

        return folded.ToString();
    }
}
