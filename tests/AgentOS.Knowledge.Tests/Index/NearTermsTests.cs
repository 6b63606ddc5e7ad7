using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Embedded;
using AgentOS.Knowledge.Index.Embedded.Files;
using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Tests.Index;

public sealed class NearTermsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_AnyWords_FindsAllThatAGoThroughFinds(int seed)
    {
        using var folder = new EmbeddedFolder();
        var random = new Random(seed);
        var words = Enumerable.Range(0, 3_000).Select(_ => Word(random)).Append("grinder").Append("مطحنة").Distinct().ToArray();
        var segment = Of(folder, words);
        foreach (var asked in Enumerable.Range(0, 300).Select(_ => Word(random)).Concat(["grnider", "grindr", "rginder", "مطحنه", "a"]))
        {
            for (var edits = 1; edits <= 2; edits++)
            {
                var found = new List<string>();
                NearTerms.Find(segment.Dictionary, asked, edits, (number, distance) => found.Add($"{segment.Dictionary.Term(number)} {distance}"));
                var expected = words.Where(w => edits == 1 || w[0] == asked[0]).Select(w => (Word: w, Distance: Distance(asked, w))).Where(w => w.Distance <= edits).Select(w => $"{w.Word} {w.Distance}");
                Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            }
        }

        segment.LetGo();
    }

    private static Segment Of(EmbeddedFolder folder, string[] words)
    {
        var draft = new Draft();
        var change = new Shelf("near").Change("words", "Words", "en", ["Words: " + string.Join(' ', words)]);
        draft.Add(change.Document! with { Title = "" }, [change.Passages[0] with { Headings = [] }], new PlainWords(), new Dictionary<Guid, ReadOnlyMemory<float>>());
        var tenant = TenantFolder.Open(folder.Path, Guid.NewGuid());
        var (length, checksum) = new SegmentWriter(draft, Bm25.Usual).Write(tenant.NewPath("one"), CancellationToken.None);
        return new Segment(tenant, new ManifestSegment("one", "documents", length, checksum, []));
    }

    /// <summary>Letters few enough that many words are near each other.</summary>
    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => "abcdeن"[random.Next(6)]));

    /// <summary>Edits with neighbours swapped (optimal string alignment), by the whole table.</summary>
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[left.Length, right.Length];
    }

    private sealed class PlainWords : ITextAnalysis
    {
        public string Fingerprint => "words";

        public void Read(DocumentInfo document, Passage passage, ITermSink into)
        {
            foreach (var word in passage.Text.Split(' ')) into.Add(word, TermMarks.None);
        }

        public AnalysedQuestion Ask(string question, IVocabulary vocabulary) => AnalysedQuestion.Empty;
    }
}
