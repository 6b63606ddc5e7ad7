using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Ranking;

/// <summary>What comes first with nothing configured.</summary>
public sealed class RankingTests
{
    private static readonly (string Title, string Text)[] Texts =
    [
        ("Returns", "Goods may be returned within 14 days. The customer pays for the way back."),
        ("Shipping", "We ship orders on every working day. A shipment to Jeddah takes two days, to Riyadh one."),
        ("Warranty", "Grinders carry a warranty of two years. Keep the invoice, the days are counted from its date."),
        ("Prices", "Espresso Blend costs 92.00 SAR, the coffee grinder 1,450.00 SAR. Prices hold within the year."),
        ("الإرجاع", "يمكن للعملاء إرجاع البضاعة خلال ١٤ يوما من تاريخ الفاتورة."),
        ("الشحن", "تصل الشحنات إلى جدة خلال يومين وإلى الرياض خلال يوم واحد."),
        ("الضمان", "تحمل المطاحن ضمانا لمدة سنتين، ويحسب من تاريخ الشراء."),
        ("Orders", "Order SO-1001 was sent on Monday, order SO-1002 on Tuesday. Days are working days."),
    ];

    [Theory]
    [InlineData("how long do I have to return something?", 0)]
    [InlineData("when does my shipment arrive in Jeddah", 1)]
    [InlineData("is there a waranty on grinders", 2)]
    [InlineData("what costs 1450 SAR", 3)]
    [InlineData("كم يوما عند العميل لإرجاع البضائع", 4)]
    [InlineData("متى توصل شحنتي لجدة", 5)]
    [InlineData("كم سنة ضمان المطحنة", 6)]
    [InlineData("so 1001", 7)]
    [InlineData("where is SO1002?", 7)]
    public async Task Find_Question_PutsTheAnswerFirst(string question, int expected) => Assert.Equal(expected, (await FindAsync(Texts, question))[0]);

    [Theory]
    [InlineData("")]
    [InlineData("؟ … !")]
    [InlineData("xyzzy plugh")]
    public async Task Find_NothingInCommon_FindsNothing(string question) => Assert.Empty(await FindAsync(Texts, question));

    [Fact]
    public async Task Find_NoPassages_FindsNothing() => Assert.Empty(await FindAsync([], "returns"));

    [Fact]
    public async Task Find_QuestionOfSeveralSentences_FindsTheAnswerOfEach()
    {
        var found = await FindAsync(Texts, "I want to know about the warranty on my grinder. May I also return the espresso within 14 days? هل تصل الشحنات إلى جدة؟");
        Assert.Contains(0, found);
        Assert.Contains(2, found);
        Assert.Contains(5, found);
    }

    [Fact]
    public async Task Find_WordsInTheQuestionsOrder_ComeFirst()
    {
        var found = await FindAsync([("", "A house is white and a bear is brown and it is big."), ("", "A bear is brown and a white house is big and it is."), ("", "Nothing of this.")], "white house");
        Assert.Equal([1, 0], found);
    }

    [Fact]
    public async Task Find_WordInTheTitle_ComesFirst()
    {
        var found = await FindAsync([("Other", "Kettles are kept and cleaned."), ("Kettles", "Other are kept and cleaned."), ("", "Nothing of this.")], "kettles");
        Assert.Equal([1, 0], found);
    }

    private static async Task<List<int>> FindAsync((string Title, string Text)[] texts, string question)
    {
        var tenant = Guid.CreateVersion7();
        var folder = Directory.CreateTempSubdirectory("agentos-ranking-");
        var changes = texts.Select((t, i) => Change(t.Title, t.Text, i + 1)).ToList();
        try
        {
            await using var index = KnowledgeRegistration.OpenEmbedded(folder.FullName, NullLoggerFactory.Instance);
            await index.ApplyAsync(tenant, changes, new Dictionary<Guid, ReadOnlyMemory<float>>(), changes.Count, TestContext.Current.CancellationToken);
            var found = await index.SearchAsync(new KnowledgeQuery(tenant, question), default, TestContext.Current.CancellationToken);
            return [.. found.Select(f => changes.FindIndex(c => c.Id == f.Document.Id))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DocumentChange Change(string title, string text, int position)
    {
        var document = new DocumentInfo { Id = Guid.CreateVersion7(), Source = $"{position}", Title = title, Language = Language.Of(text), ContentHash = "" };
        return new DocumentChange(position, document.Id, document, [new Passage { Id = Guid.CreateVersion7(), Document = document.Id, Number = 1, Text = text, Language = document.Language }]);
    }
}
