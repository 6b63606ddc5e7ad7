using System.Globalization;
using System.Text;
using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>Words in lower case, without diacritics and with one form of each Arabic letter; a word that is nowhere stands for those spelt much like it.</summary>
internal sealed class PlainAnalysis : ITextAnalysis
{
    private const int LongestTerm = 64, MostNear = 3;

    public string Fingerprint => "plain-1";

    public void Read(DocumentInfo document, Passage passage, ITermSink into)
    {
        Cut(document.Title, TermMarks.Title, into.Add);
        foreach (var heading in passage.Headings) Cut(heading, TermMarks.Heading, into.Add);
        Cut(passage.Text, TermMarks.None, into.Add);
    }

    public AnalysedQuestion Ask(string question, IVocabulary vocabulary)
    {
        var terms = new List<QuestionTerm>();
        var words = 0;
        Cut(question, TermMarks.None, (word, _) =>
        {
            var term = word.ToString();
            if (terms.Exists(t => t.Term == term)) return;
            terms.Add(new QuestionTerm(term, words, 1, term));
            if (vocabulary.Frequency(term) == 0 && term.Length >= 4 && !term.Any(char.IsAsciiDigit))
                foreach (var near in Near(term, vocabulary).Take(MostNear))
                    if (!terms.Exists(t => t.Term == near.Term)) terms.Add(new QuestionTerm(near.Term, words, 1 - .25 * near.Edits, term, "near") { Likeness = 1 - .25 * near.Edits });
            words++;
        });
        return new AnalysedQuestion(terms);
    }

    private static IReadOnlyList<NearTerm> Near(string term, IVocabulary vocabulary) =>
        vocabulary.Near(term, 1) is var one && (one.Count > 0 || term.Length < 8) ? one : vocabulary.Near(term, 2);

    private static void Cut(string text, TermMarks part, Action<ReadOnlySpan<char>, TermMarks> add)
    {
        Span<char> word = stackalloc char[LongestTerm];
        var (length, starts) = (0, true);
        foreach (var c in Plain(text))
        {
            if (IsPartOfWord(c))
            {
                if (Fold(c) is var folded and not '\0' && length < LongestTerm) word[length++] = folded;
                continue;
            }

            if (length > 0)
            {
                add(word[..length], part | (starts ? TermMarks.StartsSentence : TermMarks.None));
                (length, starts) = (0, false);
            }

            starts |= c is '.' or '!' or '?' or '؟' or '\n';
        }

        if (length > 0) add(word[..length], part | (starts ? TermMarks.StartsSentence : TermMarks.None));
    }

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c) || c == '\u0640' || c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>The text in its composed form; text that has none (a half of a surrogate pair) as it is.</summary>
    private static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text;
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static char Fold(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        '\u0640' => '\0',
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
        > '\u007F' when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => '\0',
        _ => char.ToLowerInvariant(c),
    };
}
