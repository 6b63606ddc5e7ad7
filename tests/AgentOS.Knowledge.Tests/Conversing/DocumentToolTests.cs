using AgentOS.Tools;

namespace AgentOS.Knowledge.Tests.Conversing;

/// <summary>Documents are added, asked, opened and removed by tools.</summary>
public sealed class DocumentToolTests(Company company) : IClassFixture<Company>
{
    [Fact]
    public async Task Ask_DocumentAddedByATool_IsQuotedAndCited()
    {
        await AddAsync("Tasting room", "# Times\n\nTastings are held on Mondays at 15:30.\n\n# Guests\n\nA guest brings no dogs.");

        var answer = await company.CallAsync("knowledge.ask", new { question = "when are tastings held?" });

        Assert.True(answer.Data!.Value.GetProperty("known").GetBoolean());
        Assert.StartsWith("“Tastings are held on Mondays at 15:30.”\n[1] Tasting room › Times", answer.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NothingWrittenAboutIt_SaysSo()
    {
        await AddAsync("Tasting room", "# Times\n\nTastings are held on Mondays at 15:30.");

        var english = await company.CallAsync("knowledge.ask", new { question = "how much does a tasting cost?" });

        Assert.False(english.Data!.Value.GetProperty("known").GetBoolean());
        Assert.StartsWith("The documents do not say.", english.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ByItsNumber_ShowsThePassage()
    {
        await AddAsync("Key policy", "# Keys\n\nKeys are returned every evening at the desk.");
        var answer = await company.CallAsync("knowledge.ask", new { question = "when are keys returned?" });

        var opened = await company.CallAsync("knowledge.open", new { passage = "#1" }, focus: Focus.Empty.With(answer.Mentions));

        Assert.Contains("Keys are returned every evening at the desk.", opened.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_Approved_IsFoundNoMore()
    {
        await AddAsync("Zebra crossing", "# Zebras\n\nZebras cross the yard at noon.");
        Assert.True((await company.CallAsync("knowledge.ask", new { question = "when do zebras cross the yard?" })).Data!.Value.GetProperty("known").GetBoolean());

        var asked = await company.CallAsync("knowledge.remove", new { document = "Zebra crossing" });
        Assert.NotNull(asked.Approval);
        var pipeline = (IToolPipeline)company.Services.GetService(typeof(IToolPipeline))!;
        Assert.True((await pipeline.AnswerApprovalAsync(Company.Sara, asked.Approval.Id, approved: true, "en", TestContext.Current.CancellationToken)).Succeeded);

        Assert.False((await company.CallAsync("knowledge.ask", new { question = "when do zebras cross the yard?" })).Data!.Value.GetProperty("known").GetBoolean());
    }

    [Fact]
    public async Task Add_SameTitleTwice_Replaces()
    {
        await AddAsync("Dress code", "# Bar\n\nAprons are green.");

        var again = await AddAsync("Dress code", "# Bar\n\nAprons are brown.");

        Assert.True(again.Data!.Value.GetProperty("replaced").GetBoolean());
        Assert.Contains("brown", (await company.CallAsync("knowledge.ask", new { question = "which colour are aprons at the bar?" })).Said, StringComparison.Ordinal);
    }

    private async Task<ToolReply> AddAsync(string title, string text)
    {
        var added = await company.CallAsync("knowledge.add", new { title, text });
        Assert.True(added.Succeeded, added.Error?.Message);
        return added;
    }
}
