using System.Text.RegularExpressions;
using AgentOS.Data;
using AgentOS.Tools;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Tests.Dialogue;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Tests.Quality;

/// <summary>What people ask of the demo company's documents comes to the documents, and to no other tool.</summary>
public sealed partial class DocumentQuestionTests(ITestOutputHelper output)
{
    private static readonly Gazetteer Names = Gazetteer.Of(
    [
        .. Najd(["Returns and refunds", "Delivery terms", "Barista training", "Privacy notice", "Payment and credit terms", "Storage and shelf life", "Machine warranty and maintenance manual",
            "سياسة الإرجاع والاسترداد", "ضيافة المناسبات", "اشتراكات المكاتب", "دليل الموظف: الدوام والإجازات", "دليل تحضير القهوة"]),
        new NamedRecord("Customer", new Guid(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0), ["Contoso", "كونتوسو"]),
    ]);

    /// <summary>At once, or at the second look, where no record has the name that was looked for.</summary>
    [Fact]
    public async Task SayAsync_QuestionsToTheDocuments_ComeToTheDocuments()
    {
        var asked = Directory.GetFiles(Folder(), "questions*.yaml").Order(StringComparer.Ordinal).SelectMany(f => Asked().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).ToList();
        Assert.True(asked.Count >= 90, $"{asked.Count} questions");

        var elsewhere = new List<string>();
        foreach (var question in asked)
        {
            var talk = new Talk { Answer = (tool, arguments) => Catalogs.All.All.Single(t => t.Name == tool).InputType.GetProperties().Any(p => p.PropertyType.Name == "Ref`1") && arguments.Count > 0 ? NotFound() : Talk.Said($"[{tool}]") };
            var reply = await talk.SayAsync(question);
            if (!talk.Calls.Exists(c => c.Tool == "knowledge.ask")) elsewhere.Add($"{question} → {string.Join(", ", talk.Calls.Select(c => c.Tool))} {reply.Split('\n')[0]}");
        }

        foreach (var other in elsewhere) output.WriteLine(other);
        output.WriteLine($"{asked.Count - elsewhere.Count} of {asked.Count}");
        Assert.True(elsewhere.Count <= asked.Count / 10, string.Join('\n', elsewhere));
    }

    [Theory]
    [InlineData("remove the document Delivery terms", "knowledge.remove")]
    [InlineData("احذف مستند ضيافة المناسبات", "knowledge.remove")]
    [InlineData("tell me about Contoso", "customers.show")]
    [InlineData("عطني معلومات عن كونتوسو", "customers.show")]
    public void Understand_NamesOfDocumentsAndOthers_StillSayWhatIsMeant(string text, string tool) =>
        Assert.Equal(tool, Catalogs.Understanding.Understand(Catalogs.Understanding.Read(text, ValueContext.Fixed, Names), ValueContext.Fixed).Best.Name);

    private static ToolReply NotFound() => ToolReply.Failed(new ToolError("not_found", "There is none."), "There is none.");

    private static IEnumerable<NamedRecord> Najd(string[] titles) => titles.Select((t, i) => new NamedRecord("KnowledgeDocument", new Guid(2, (short)i, 0, 0, 0, 0, 0, 0, 0, 0, 0), [t]));

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AgentOS.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("AgentOS.sln is in no folder above the tests.");
        return Path.Combine(folder, "tests", "AgentOS.Knowledge.Tests", "Answers");
    }

    [GeneratedRegex("ask: \"([^\"]+)\"")]
    private static partial Regex Asked();
}
