using System.Text.Json;
using AgentOS.Runtime.Presentation;

namespace AgentOS.Runtime.Tests.Presentation;

public sealed class HandlebarsPresenterTests
{
    [Theory]
    [InlineData("{{money a}}", """{"a":{"amount":1234567.5,"currency":"SAR"}}""", "1,234,567.50 SAR")]
    [InlineData("{{money a}}", """{"a":{"amount":79228162514264337593543950335,"currency":"SAR"}}""", "79,228,162,514,264,337,593,543,950,335.00 SAR")]
    [InlineData("{{number a}}|{{a}}", """{"a":1234.50}""", "1,234.5|1234.50")]
    [InlineData("{{date a}}", """{"a":"2026-11-24"}""", "Tuesday 24 November 2026")]
    [InlineData("{{date a}}", """{"a":"2026-11-24T23:30:00+03:00"}""", "Tuesday 24 November 2026")]
    [InlineData("{{label \"stage\" a}}", """{"a":"needs_analysis"}""", "needs analysis")]
    [InlineData("{{label \"stage\" a}}", """{"a":"won"}""", "closed, won")]
    [InlineData("{{plural a \"order\" \"orders\"}}", """{"a":1}""", "1 order")]
    [InlineData("{{plural a \"order\" \"orders\"}}", """{"a":0}""", "0 orders")]
    [InlineData("{{ltr a}} & {{a}}", """{"a":"<SO-1001>"}""", "<SO-1001> & <SO-1001>")]
    [InlineData("{{#each a}}{{inc @index}}. {{this}} {{/each}}", """{"a":["x","y"]}""", "1. x 2. y")]
    [InlineData("{{number}} {{ltr number}} {{date}}{{#if date}}!{{/if}}", """{"number":"SO-1","date":"soon"}""", "SO-1 SO-1 soon!")]
    [InlineData("[{{a}}{{b.c}}]", """{"a":null}""", "[]")]
    public void Say_EnglishTemplate_FillsInTheFacts(string template, string data, string said) =>
        Assert.Equal(said, Say("en", $"t: {JsonSerializer.Serialize(template)}\nlabels: {{ stage: {{ won: 'closed, won' }} }}", data));

    [Theory]
    [InlineData("المبلغ {{money a}}", """{"a":{"amount":1234.5,"currency":"SAR"}}""", "المبلغ ⟦1,234.50⟧ ريال")]
    [InlineData("المبلغ {{money a}}", """{"a":{"amount":5,"currency":"JPY"}}""", "المبلغ ⟦5.00 JPY⟧")]
    [InlineData("الطلب {{a}} جاهز", """{"a":"SO-1001"}""", "الطلب ⟦SO-1001⟧ جاهز")]
    [InlineData("الطلب {{ltr a}} جاهز", """{"a":"SO-1001"}""", "الطلب ⟦SO-1001⟧ جاهز")]
    [InlineData("العميل {{a}}.", """{"a":"Acme, Inc. (Riyadh)"}""", "العميل ⟦Acme, Inc. (Riyadh)⟧.")]
    [InlineData("العميل {{a}}.", """{"a":"محمصة نجد"}""", "العميل محمصة نجد.")]
    [InlineData("{{a}}", """{"a":"اتصال مع Contoso Ltd (CUST-00001)"}""", "اتصال مع ⟦Contoso Ltd⟧ (⟦CUST-00001⟧)")]
    [InlineData("الهاتف {{a}}", """{"a":"+966 50 123 4567"}""", "الهاتف ⟦+966 50 123 4567⟧")]
    [InlineData("العدد {{a}} حبة", """{"a":40}""", "العدد 40 حبة")]
    [InlineData("{{date a}}", """{"a":"2026-11-24"}""", "الثلاثاء 24 نوفمبر 2026")]
    [InlineData("{{plural a \"طلب\" \"طلبين\" \"طلبات\"}}", """{"a":1}""", "طلب واحد")]
    [InlineData("{{plural a \"فرصة مفتوحة\" \"فرصتين مفتوحة\" \"فرص مفتوحة\"}}", """{"a":1}""", "فرصة وحدة مفتوحة")]
    [InlineData("{{plural a \"طلب\" \"طلبين\" \"طلبات\"}}", """{"a":2}""", "طلبين")]
    [InlineData("{{plural a \"طلب\" \"طلبين\" \"طلبات\"}}", """{"a":7}""", "7 طلبات")]
    [InlineData("{{plural a \"طلب\" \"طلبين\" \"طلبات\"}}", """{"a":11}""", "11 طلب")]
    public void Say_ArabicTemplate_IsolatesLeftToRightRuns(string template, string data, string said) =>
        Assert.Equal(said.Replace('⟦', '\u2066').Replace('⟧', '\u2069'), Say("ar", $"t: {JsonSerializer.Serialize(template)}", data));

    [Fact]
    public void Say_BlocksOnTheirOwnLines_LeaveNoBlankLines()
    {
        const string Views = """
            t: |-
              Orders:
              {{#each orders}}
              {{inc @index}}. {{number}}{{#if late}}, late{{/if}}
              {{/each}}
              {{#if more}}
              And more.
              {{else}}
              That is all.
              {{/if}}
            """;

        Assert.Equal(
            "Orders:\n1. SO-1\n2. SO-2, late\nThat is all.",
            Say("en", Views, """{"orders":[{"number":"SO-1"},{"number":"SO-2","late":true}],"more":0}"""));
    }

    [Fact]
    public void Say_NoTemplate_UsesTheFallback() =>
        Assert.Equal("view x", HandlebarsPresenter.FromText("en", "V: view {{a}}").Say("t", "V", JsonElement.Parse("""{"a":"x"}"""), "en"));

    [Fact]
    public void Say_NoQuestionTemplate_AsksAfterTheView() =>
        Assert.Equal(
            "view x\nShall I go ahead? (yes / no)",
            HandlebarsPresenter.FromText("en", "V: view {{a}}").Say("t.confirm", "V", JsonElement.Parse("""{"a":"x"}"""), "en"));

    [Fact]
    public void Say_NoTemplateAtAll_ListsTheFacts()
    {
        var data = JsonElement.Parse(
            """{"id":"x","fullName":"Contoso","total":{"amount":5,"currency":"SAR"},"due":"2026-11-24","lines":[{"sku":"A","count":2}],"note":null}""");

        Assert.Equal(
            "Full name: Contoso\nTotal: 5.00 SAR\nDue: Tuesday 24 November 2026\nLines:\n  1.\n    Sku: A\n    Count: 2",
            HandlebarsPresenter.FromText("en", "").Say("t", "V", data, "en"));
    }

    [Fact]
    public void Say_UnknownError_SaysItsMessage() =>
        Assert.Equal("No.", HandlebarsPresenter.FromText("en", "").Say("error.never_heard_of", null, JsonElement.Parse("""{"message":"No."}"""), "ar"));

    [Fact]
    public void Say_Ambiguous_OffersTheChoices() =>
        Assert.Equal(
            "أي عميل تقصد؟\n1. \u2066Contoso\u2069\n2. \u2066Contoso Trading\u2069",
            HandlebarsPresenter.FromText("en", "").Say(
                "error.ambiguous", null, JsonElement.Parse("""{"message":"?","argument":"customer","choices":["Contoso","Contoso Trading"]}"""), "ar"));

    [Fact]
    public async Task Say_ManyThreads_AllGetTheSame()
    {
        var presenter = HandlebarsPresenter.FromText("en", "t: '{{#each a}}{{this}},{{/each}}'");

        var said = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(() => presenter.Say("t", null, JsonElement.Parse($"[{n}]"), "en") + presenter.Say("t", null, JsonElement.Parse($$"""{"a":[{{n}}]}"""), "en"))));

        Assert.Equal(Enumerable.Range(0, 64).Select(n => $"{n},"), said);
    }

    [Fact]
    public void CompileAll_OwnTemplates_AllCompile() => Assert.True(HandlebarsPresenter.FromAssemblies().CompileAll() > 20);

    [Theory]
    [InlineData("t: '{{a'", "v.yaml:1: template 't': a tag begins with {{ but is not closed by }}.")]
    [InlineData("t: |-\n  x\n  {{#if a}}y", "v.yaml:3: template 't': {{#if}} is never closed; add {{/if}}.")]
    [InlineData("t: '{{#if a}}{{/each}}'", "{{/each}} closes no {{#each}}")]
    [InlineData("t: '{{#iff a}}{{/iff}}'", "there is no block {{#iff}}; did you mean 'if'?")]
    [InlineData("t: '{{mony a}}'", "there is no helper 'mony'; did you mean 'money'?")]
    [InlineData("t: '{{label \"stge\" a}}'\nlabels: { stage: { won: won } }", "there are no labels \"stge\"; did you mean 'stage'?")]
    [InlineData("t: x\nt: y", "v.yaml:2: this is not valid YAML")]
    [InlineData("t: [x]", "v.yaml:1: the template 't' must be text")]
    [InlineData("- t", "v.yaml:1: this must be a mapping")]
    [InlineData("t: \"x", "v.yaml:1: this is not valid YAML")]
    public void FromText_BrokenTemplate_NamesFileLineAndTemplate(string yaml, string message)
    {
        var wrong = Assert.Throws<PresentationException>(() => HandlebarsPresenter.FromText("en", yaml, "v.yaml"));

        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    private static string Say(string language, string yaml, string data) =>
        HandlebarsPresenter.FromText(language, yaml).Say("t", null, JsonElement.Parse(data), language);
}
