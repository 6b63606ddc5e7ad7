using System.Text;

namespace AgentOS.Knowledge.Tests.Documents;

public sealed class TextAndTableTests
{
    private const string Arabic = "الدفع خلال ثلاثين يوماً من تاريخ الفاتورة.";

    public static TheoryData<int> ArabicEncodings => [65001, 1200, 1201, 12000, 1256];

    [Theory, MemberData(nameof(ArabicEncodings))]
    public async Task Read_ArabicText_InAnyEncoding(int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var read = await Intake.ReadAsync("pay.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Arabic)]);
        Assert.Equal(Arabic, read.Passages[0].Text);
    }

    [Fact]
    public async Task Read_WesternText_InWindowsEncoding()
    {
        var read = await Intake.ReadAsync("menu.txt", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Café crème – 12 €, soufflé à l’orange"));
        Assert.Equal("Café crème – 12 €, soufflé à l’orange", read.Passages[0].Text);
    }

    [Fact]
    public async Task Read_Utf16WithoutMark_IsTold()
    {
        var read = await Intake.ReadAsync("a.txt", Encoding.Unicode.GetBytes("Payment within thirty days."));
        Assert.Equal("Payment within thirty days.", read.Passages[0].Text);
    }

    [Fact]
    public async Task Read_Bytes_AreRefused()
    {
        var bytes = new byte[4000];
        new Random(1).NextBytes(bytes);
        Assert.Equal("encoding", (await Intake.RefusedAsync("a.txt", bytes)).Code);
    }

    [Fact]
    public async Task Read_Text_HasParagraphsAndItems()
    {
        var read = await Intake.ReadAsync("a.txt", "Two lines\nof one para-\ngraph.\n\nWe need:\n- milk\n- coffee\n  beans\n");
        Assert.Equal("Two lines of one paragraph.\nWe need:\n- milk\n- coffee beans", read.Passages[0].Text);
        Assert.Equal("lines 1–8", read.Passages[0].Place);
    }

    [Theory]
    [InlineData("Support\n\nHours\n\nWe are open from 8 to 10.\n\nWho answers?\n- the team\n", "Support")]
    [InlineData("الدعم\n\nالأوقات\n\nنعمل من 8 إلى 10.\n\nمن يرد؟\n- الفريق\n", "الدعم")]
    public async Task Read_Text_HasTheShortLinesThatStandAloneAsHeadings(string text, string title)
    {
        var read = await Intake.ReadAsync("support-desk.ar.txt", Encoding.UTF8.GetBytes(text));
        Assert.Equal((title, 2), (read.Title, read.Passages.Count));
        Assert.All(read.Passages, p => Assert.Single(p.Headings));
    }

    [Theory]
    [InlineData("milk\n\ncoffee\n\nsugar\n")]
    [InlineData("It is open.\n\nIt is closed.\n")]
    public async Task Read_TextWithoutHeadings_HasTheWordsOfItsNameAsTitle(string text) =>
        Assert.Equal("Shopping list", (await Intake.ReadAsync("shopping-list.en.txt", Encoding.UTF8.GetBytes(text))).Title);

    [Theory]
    [InlineData("Product,Price\nEspresso,\"1,250\"\nSantos,90\n")]
    [InlineData("Product;Price\nEspresso;1,250\nSantos;90\n")]
    [InlineData("Product\tPrice\r\nEspresso\t1,250\r\nSantos\t90\r\n")]
    public async Task Read_Table_WhateverPartsItsCells(string text)
    {
        var read = await Intake.ReadAsync("prices.csv", text);
        Assert.Equal("| Product | Price |\n| Espresso | 1,250 |\n| Santos | 90 |", Assert.Single(read.Passages).Text);
        Assert.Equal("rows 2–3", read.Passages[0].Place);
        Assert.Equal("Prices", read.Title);
    }

    [Fact]
    public async Task Read_LongTable_HasItsHeadInEachPassage()
    {
        var rows = string.Concat(Enumerable.Range(1, 200).Select(i => $"Coffee number {i},{i * 10} SAR\n"));
        var read = await Intake.ReadAsync("prices.csv", "Product,Price\n" + rows);
        Assert.True(read.Passages.Count > 4);
        Assert.All(read.Passages, p => Assert.StartsWith("| Product | Price |\n", p.Text, StringComparison.Ordinal));
        Assert.Equal(200, read.Passages.Sum(p => p.Text.Split('\n').Length - 1));
    }
}
