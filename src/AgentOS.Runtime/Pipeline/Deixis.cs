using System.Collections.Frozen;
using System.Globalization;

namespace AgentOS.Runtime.Pipeline;

/// <summary>Words that point instead of naming.</summary>
/// <param name="Position">0 for "it"; otherwise a place in what was last shown, from 1, or from -1 at the end.</param>
internal sealed record Deixis(int Position)
{
    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["it"] = 0,
        ["this"] = 0,
        ["that"] = 0,
        ["this one"] = 0,
        ["that one"] = 0,
        ["the same"] = 0,
        ["him"] = 0,
        ["her"] = 0,
        ["them"] = 0,
        ["هذا"] = 0,
        ["هذي"] = 0,
        ["هذه"] = 0,
        ["ذاك"] = 0,
        ["ذيك"] = 0,
        ["نفسه"] = 0,
        ["نفسها"] = 0,
        ["هو"] = 0,
        ["هي"] = 0,
        ["first"] = 1,
        ["the first"] = 1,
        ["the first one"] = 1,
        ["الأول"] = 1,
        ["الاول"] = 1,
        ["الأولى"] = 1,
        ["الاولى"] = 1,
        ["second"] = 2,
        ["the second"] = 2,
        ["the second one"] = 2,
        ["الثاني"] = 2,
        ["الثانية"] = 2,
        ["third"] = 3,
        ["the third"] = 3,
        ["the third one"] = 3,
        ["الثالث"] = 3,
        ["الثالثة"] = 3,
        ["fourth"] = 4,
        ["the fourth"] = 4,
        ["the fourth one"] = 4,
        ["الرابع"] = 4,
        ["الرابعة"] = 4,
        ["fifth"] = 5,
        ["the fifth"] = 5,
        ["the fifth one"] = 5,
        ["الخامس"] = 5,
        ["الخامسة"] = 5,
        ["last"] = -1,
        ["the last"] = -1,
        ["the last one"] = -1,
        ["الأخير"] = -1,
        ["الاخير"] = -1,
        ["الأخيرة"] = -1,
        ["الاخيرة"] = -1,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a pointing word, or <c>#2</c>; <see langword="null"/> for a name.</summary>
    public static Deixis? Read(string text)
    {
        if (Words.TryGetValue(text, out var position)) return new Deixis(position);
        return text is ['#', .. var digits] && int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n != 0 ? new Deixis(n) : null;
    }
}
