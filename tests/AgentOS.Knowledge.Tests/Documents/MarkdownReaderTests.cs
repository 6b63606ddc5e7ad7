namespace AgentOS.Knowledge.Tests.Documents;

public sealed class MarkdownReaderTests
{
    private const string Policy = """
        ---
        title: Returns policy
        labels: [Returns, policy]
        language: en
        valid-from: 2026-01-01
        valid-until: 2026-12-31
        ---
        # Returns

        Unopened bags may be sent back within **14 days**.

        ## Machines

        - a machine within 30 days
        - with its box
          - and its papers

        | Product | Price |
        |---|---|
        | Espresso | 85 SAR |
        | Yirgacheffe | 120 SAR |

        ### Empty end
        """;

    [Fact]
    public async Task Read_FrontMatter_SaysWhatTheDocumentIs()
    {
        var read = await Intake.ReadAsync("returns.md", Policy);
        Assert.Equal("Returns policy", read.Title);
        Assert.Equal(["policy", "returns"], read.Facts.Labels);
        Assert.Equal(new DateOnly(2026, 1, 1), read.Facts.ValidFrom);
        Assert.Equal(new DateOnly(2026, 12, 31), read.Facts.ValidUntil);
    }

    [Fact]
    public async Task Read_Sections_AreUnderTheirHeadings()
    {
        var read = await Intake.ReadAsync("returns.md", Policy);
        Assert.Equal(["Returns"], read.Passages[0].Headings);
        Assert.Equal("Unopened bags may be sent back within 14 days.", read.Passages[0].Text);
        Assert.Equal("line 10", read.Passages[0].Place);
        Assert.Equal(["Returns", "Machines"], read.Passages[1].Headings);
        Assert.Equal("""
            - a machine within 30 days
            - with its box
              - and its papers
            | Product | Price |
            | Espresso | 85 SAR |
            | Yirgacheffe | 120 SAR |
            """.ReplaceLineEndings("\n"), read.Passages[1].Text);
        Assert.Equal("lines 14–21", read.Passages[1].Place);
        Assert.Equal("Empty end", read.Passages[2].Text);
    }

    [Fact]
    public async Task Read_Arabic_IsArabic()
    {
        var read = await Intake.ReadAsync("سياسة.md", "# سياسة الإرجاع\n\nيمكن إرجاع الأكياس المغلقة خلال 14 يوماً.");
        Assert.Equal(Language.Arabic, read.Language);
        Assert.Equal("سياسة الإرجاع", read.Title);
        Assert.Equal("يمكن إرجاع الأكياس المغلقة خلال 14 يوماً.", read.Passages[0].Text);
        Assert.Equal(Language.Arabic, read.Passages[0].Language);
    }

    [Theory]
    [InlineData("valid-from: soon", "soon")]
    [InlineData("language: fr", "fr")]
    [InlineData("labels: [a", "front matter")]
    public async Task Read_WrongFrontMatter_IsNamed(string line, string named)
    {
        var refused = await Intake.RefusedAsync("a.md", System.Text.Encoding.UTF8.GetBytes($"---\n{line}\n---\ntext"));
        Assert.Equal("broken", refused.Code);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_DeepNesting_IsRefusedOrRead()
    {
        var refused = await Record.ExceptionAsync(() => Intake.ReadAsync("deep.md", new string('>', 50_000) + " text"));
        Assert.True(refused is null or UnreadableDocumentException, refused?.ToString());
    }
}
