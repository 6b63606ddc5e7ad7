using AgentOS.Knowledge.Analysis;
using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Ranking;

/// <summary>Words by their stems, in both languages; a word that no passage has stands for those spelt much like it.</summary>
internal sealed class StemAnalysis(RankingSettings settings) : ITextAnalysis
{
    private const int LeastLetters = 4, LettersForTwo = 8, MostNear = 3;

    public string Fingerprint => "stems-1";

    public void Read(DocumentInfo document, Passage passage, ITermSink into)
    {
        Add(document.Title, TermMarks.Title, into);
        foreach (var heading in passage.Headings) Add(heading, TermMarks.Heading, into);
        Add(passage.Text, TermMarks.None, into);
    }

    public AnalysedQuestion Ask(string question, IVocabulary vocabulary)
    {
        var words = new List<(string Stem, Token Token, int Frequency, int Word)>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Tokenize(question))
        {
            var stem = token.Stem;
            if (known.Add(stem)) words.Add((stem, token, vocabulary.Frequency(stem), words.Count));
        }

        var terms = new List<QuestionTerm>(words.Count);
        foreach (var (stem, token, frequency, word) in words.OrderBy(w => w.Frequency).Take(settings.MostWords).OrderBy(w => w.Word))
        {
            var asked = question[token.Start..token.End];
            terms.Add(new QuestionTerm(stem, word, Lift(frequency, vocabulary) * (token.Kind == TokenKind.Code ? settings.Code : 1), asked) { Frequency = frequency });
            if (token.Kind != TokenKind.Word || stem.Length < LeastLetters || frequency > 0) continue;
            foreach (var near in Near(stem, vocabulary))
                if (known.Add(near.Term)) terms.Add(Misspelt(near, word, asked, vocabulary));
        }

        return new AnalysedQuestion(terms);
    }

    private QuestionTerm Misspelt(NearTerm near, int word, string asked, IVocabulary vocabulary)
    {
        var likeness = Math.Pow(settings.Misspelt, near.Edits);
        return new QuestionTerm(near.Term, word, Lift(near.Frequency, vocabulary) * likeness, asked, "near") { Frequency = near.Frequency, Likeness = likeness };
    }

    /// <summary>The first stage multiplies by the rarity; this makes a power of it.</summary>
    private double Lift(int frequency, IVocabulary vocabulary) => Math.Pow(Math.Max(Bm25.Idf(vocabulary.PassageCount, frequency), 1e-3), settings.Rarity - 1);

    private static IEnumerable<NearTerm> Near(string stem, IVocabulary vocabulary)
    {
        var near = vocabulary.Near(stem, 1);
        if (near.Count == 0 && stem.Length >= LettersForTwo) near = vocabulary.Near(stem, 2);
        return near.Take(MostNear);
    }

    private static void Add(string text, TermMarks part, ITermSink into)
    {
        foreach (var token in Tokenizer.Tokenize(text)) into.Add(token.Stem, token.Kind == TokenKind.PartOfCode ? part | TermMarks.SamePlace : part);
    }
}
