using System.Text;
using AgentOS.Knowledge;

namespace AgentOS.Benchmarks;

/// <summary>
/// Documents of ten passages of about a hundred words, in English and Arabic by turns, made from a fixed seed. Words are as frequent as in language (Zipf's
/// law with Mandelbrot's shift; everyday words first), and every document keeps coming back to some words of its own.
/// </summary>
internal static class ManyPassages
{
    public const int PassagesADocument = 10;
    private const int WordsALanguage = 250_000, TopicWords = 40;
    private static readonly string[] English = Words("the of and to in is for on with that by be are as this at from or an it not which can will within was how what when where who much many days must may all any", "a e i o u ea ou ai".Split(' '), "b c d f g h l m n p r s t v w br cl dr gr pl st tr th sh".Split(' '));
    private static readonly string[] Arabic = Words("من في على إلى أن عن مع هذا التي الذي كل أو لا ما هو هي بعد قبل عند كان يوم خلال غير كم متى أين كيف هل يتم يجب", "ا و ي َ".Split(' '), "ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه".Split(' '));
    private static readonly double[] Cumulative = Zipf(WordsALanguage);

    /// <summary>The documents from one number on; the same for the same number.</summary>
    public static IEnumerable<DocumentChange> Documents(int first, int count)
    {
        for (var d = first; d < first + count; d++) yield return Document(d);
    }

    /// <summary>Questions of 4 to 15 words about passages that are there: everyday words and some that are the document's own.</summary>
    public static string[] Questions(int passages, int count)
    {
        var random = new Random(99);
        var questions = new string[count];
        for (var i = 0; i < count; i++)
        {
            var d = random.Next(passages / PassagesADocument);
            var words = Vocabulary(d);
            var topic = Topic(d);
            questions[i] = string.Join(' ', Enumerable.Range(0, random.Next(4, 16)).Select(_ => words[random.Next(3) == 0 ? topic[random.Next(TopicWords)] : Draw(random)]));
        }

        return questions;
    }

    private static DocumentChange Document(int number)
    {
        var random = new Random(number * 7919 + 1);
        var (words, topic, text) = (Vocabulary(number), Topic(number), new StringBuilder());
        var document = new DocumentInfo
        {
            Id = Id(number, 0),
            Source = $"document-{number}",
            Title = $"{words[topic[0]]} {words[topic[1]]}",
            Language = number % 2 == 0 ? "en" : "ar",
            Labels = number % 10 == 0 ? ["policy"] : number % 100 == 1 ? ["rare"] : [],
            ContentHash = "",
            PassageCount = PassagesADocument,
        };
        var passages = new Passage[PassagesADocument];
        for (var p = 0; p < passages.Length; p++)
        {
            text.Clear();
            for (var (w, length) = (0, random.Next(60, 141)); w < length; w++)
                text.Append(words[random.Next(5) == 0 ? topic[random.Next(TopicWords)] : Draw(random)]).Append(w % 15 == 14 ? ". " : " ");
            passages[p] = new Passage { Id = Id(number, p + 1), Document = document.Id, Number = p + 1, Text = text.ToString(), Headings = [words[topic[p + 2]]], Place = $"lines {p}", Language = document.Language };
        }

        return new DocumentChange(number + 1, document.Id, document, passages);
    }

    private static string[] Vocabulary(int document) => document % 2 == 0 ? English : Arabic;

    /// <summary>A document's own words: not the everyday ones.</summary>
    private static int[] Topic(int document)
    {
        var random = new Random(document * 104_729 + 5);
        return [.. Enumerable.Range(0, TopicWords).Select(_ => Math.Max(150, Draw(random)))];
    }

    private static Guid Id(int document, int passage) => new(document, (short)passage, 7, 1, 2, 3, 4, 5, 6, 7, 8);

    private static int Draw(Random random)
    {
        var at = Array.BinarySearch(Cumulative, random.NextDouble());
        return Math.Min(at < 0 ? ~at : at, WordsALanguage - 1);
    }

    private static double[] Zipf(int words)
    {
        var (cumulative, sum) = (new double[words], 0.0);
        for (var r = 0; r < words; r++) cumulative[r] = sum += 1 / Math.Pow(r + 3.7, 1.07);
        for (var r = 0; r < words; r++) cumulative[r] /= sum;
        return cumulative;
    }

    private static string[] Words(string everyday, string[] vowels, string[] consonants)
    {
        var (random, words) = (new Random(17), new List<string>(everyday.Split(' ')));
        var known = words.ToHashSet();
        var word = new StringBuilder();
        while (words.Count < WordsALanguage)
        {
            word.Clear();
            for (var syllables = random.Next(2, 3 + words.Count / 80_000 + 1); syllables > 0; syllables--)
                word.Append(consonants[random.Next(consonants.Length)]).Append(vowels[random.Next(vowels.Length)]);
            if (random.Next(2) == 0) word.Append(consonants[random.Next(consonants.Length)]);
            if (known.Add(word.ToString())) words.Add(word.ToString());
        }

        return [.. words];
    }
}
