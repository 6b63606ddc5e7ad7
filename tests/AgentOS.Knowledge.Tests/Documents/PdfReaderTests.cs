namespace AgentOS.Knowledge.Tests.Documents;

public sealed class PdfReaderTests
{
    [Fact]
    public async Task Read_Pages_HaveHeadingsParagraphsAndTables()
    {
        var pdf = new TinyPdf { Title = "Warranty" }.Page()
            .Text(60, 60, "Warranty of machines", 18)
            .Paragraph(80, "Every machine has a warranty of two years. It covers parts and", "labour, but not scale.")
            .Text(60, 160, "Prices", 14)
            .Text(60, 190, "Part").Text(300, 190, "Price")
            .Text(60, 204, "Pump").Text(300, 204, "340 SAR")
            .Text(60, 218, "Boiler").Text(300, 218, "910 SAR")
            .Page().Paragraph(60, "Scale is removed once a month.");
        var read = await Intake.ReadAsync("warranty.pdf", pdf.Bytes());
        Assert.Equal("Warranty", read.Title);
        Assert.Equal("Every machine has a warranty of two years. It covers parts and labour, but not scale.", read.Passages[0].Text);
        Assert.Equal(["Warranty of machines"], read.Passages[0].Headings);
        Assert.Equal(["Warranty of machines", "Prices"], read.Passages[1].Headings);
        Assert.Equal("| Part | Price |\n| Pump | 340 SAR |\n| Boiler | 910 SAR |\nScale is removed once a month.", read.Passages[1].Text);
        Assert.Equal("pages 1–2", read.Passages[1].Place);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public async Task Read_RunningHeads_AreLeftOut()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 5; page++)
            pdf.Page().Text(60, 30, "Najd Roastery, internal").Paragraph(100, $"Paragraph {(char)('A' + page)} says something of its own.", "It has a second line.").Text(280, 800, $"Page {page} of 5");
        var text = string.Join('\n', (await Intake.ReadAsync("a.pdf", pdf.Bytes())).Passages.Select(p => p.Text));
        Assert.DoesNotContain("internal", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 3", text, StringComparison.Ordinal);
        Assert.Contains("Paragraph D says", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Scans_NeedTextFirst()
    {
        var refused = await Intake.RefusedAsync("scan.pdf", new TinyPdf().Page().Page().Page().Bytes());
        Assert.Equal("needs_ocr", refused.Code);
        Assert.Contains("3 pages", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ocrmypdf", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_SomeScannedPages_AreToldOf()
    {
        var read = await Intake.ReadAsync("a.pdf", new TinyPdf().Page().Paragraph(60, "Some text.").Page().Bytes());
        Assert.Contains("page 2", Assert.Single(read.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Protected_IsSaidToBe()
    {
        var pdf = new TinyPdf { Locked = true }.Page().Paragraph(60, "secret");
        Assert.Equal("password", (await Intake.RefusedAsync("a.pdf", pdf.Bytes())).Code);
    }

    [Fact]
    public async Task Read_CutOffOrOther_IsBroken()
    {
        Assert.Equal("broken", (await Intake.RefusedAsync("a.pdf", "%PDF-1.4\nnothing more"u8.ToArray())).Code);
        Assert.Equal("broken", (await Intake.RefusedAsync("a.pdf", "no PDF at all"u8.ToArray())).Code);
    }

    [Fact]
    public async Task Read_PdfNamedText_IsReadAsWhatItIs()
    {
        var read = await Intake.ReadAsync("a.txt", new TinyPdf().Page().Paragraph(60, "Some text.").Bytes());
        Assert.Equal("Some text.", read.Passages[0].Text);
        Assert.Contains(".pdf", Assert.Single(read.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ArabicPrintedByABrowser_IsInReadingOrder()
    {
        var read = await Intake.ReadAsync("a.pdf", await Browser.PrintAsync("""
            <html lang=ar dir=rtl><meta charset=utf-8><title>سياسة الإرجاع</title><body style="font-family:DejaVu Sans">
            <h1>سياسة الإرجاع</h1><p>يحق للعميل إرجاع الماكينة خلال 14 يوماً من تاريخ الاستلام، بشرط أن تكون في حالتها الأصلية. رقم الطلب SO-1001 مطلوب دائماً.</p>
            <h2>الأسعار</h2><table><tr><td style="width:300px">المنتج<td>السعر<tr><td>إسبريسو<td>85 ريال<tr><td>يرغاتشيف<td>120 ريال</table></body></html>
            """));
        Assert.Equal("سياسة الإرجاع", read.Title);
        Assert.Equal("يحق للعميل إرجاع الماكينة خلال 14 يوماً من تاريخ الاستلام، بشرط أن تكون في حالتها الأصلية. رقم الطلب SO-1001 مطلوب دائماً.", Tanween(read.Passages[0].Text));
        Assert.Equal(["الأسعار"], read.Passages[1].Headings);
        Assert.Equal("| المنتج | السعر |\n| إسبريسو | 85 ريال |\n| يرغاتشيف | 120 ريال |", read.Passages[1].Text);
    }

    /// <summary>A mark above a letter may come before or after it in what is drawn.</summary>
    private static string Tanween(string text) => text.Replace("ًا", "اً", StringComparison.Ordinal);
}
