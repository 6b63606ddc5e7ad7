using AgentOS.Tools.Crm;

namespace AgentOS.Domain.Tests.Crm;

/// <summary>What people hear, word for word.</summary>
public sealed class SayingTests(CrmFixture crm) : IClassFixture<CrmFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if ((await crm.CallAsync<CustomerList>("customers.find", new { })).Count > 0) return;
        await crm.CallAsync<CustomerView>("customers.create", new { name = "Globex", nameArabic = "غلوبكس", city = "riyadh", segment = "office", phone = "0551234567" });
        await crm.CallAsync<CustomerView>("customers.create", new { name = "Contoso", nameArabic = "كونتوسو", city = "جدة" });
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer = "Globex", amount = 120_000, title = "office coffee", titleArabic = "قهوة المكتب", stage = "proposal" });
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer = "Contoso", amount = 1000, expectedClose = "2026-11-01" });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("en", """
        2 open opportunities, 121,000.00 SAR in all (60,100.00 SAR weighted):
        1. Contoso deal (OPP-00002): 1,000.00 SAR, qualification, expected Sunday 1 November 2026
        2. Globex deal – office coffee (OPP-00001): 120,000.00 SAR, proposal, expected Monday 21 December 2026
        """)]
    [InlineData("ar", """
        فرصتين مفتوحتين، المجموع 121,000.00 ريال (المرجح 60,100.00 ريال):
        1. صفقة كونتوسو (OPP-00002): 1,000.00 ريال، التأهيل، متوقعة الأحد 1 نوفمبر 2026
        2. صفقة غلوبكس – قهوة المكتب (OPP-00001): 120,000.00 ريال، العرض، متوقعة الاثنين 21 ديسمبر 2026
        """)]
    public async Task OpportunityList_Open_IsNumberedWithTotals(string language, string said) =>
        Assert.Equal(said.ReplaceLineEndings("\n"), await crm.SayAsync(language, "opportunities.list", new { mine = true }));

    [Theory]
    [InlineData("en", "2 open opportunities, 121,000.00 SAR in all (60,100.00 SAR weighted):\n1. Contoso deal (OPP-00002): 1,000.00 SAR, qualification, expected Sunday 1 November 2026\n… and 1 more.")]
    public async Task OpportunityList_CutShort_SaysHowManyMore(string language, string said) =>
        Assert.Equal(said, await crm.SayAsync(language, "opportunities.list", new { limit = 1 }));

    [Theory]
    [InlineData("en", "No opportunities (won).")]
    [InlineData("ar", "ما فيه فرص (مكسوبة).")]
    public async Task OpportunityList_Nothing_SaysSo(string language, string said) =>
        Assert.Equal(said, await crm.SayAsync(language, "opportunities.list", new { stage = "won" }));

    [Theory]
    [InlineData("en", "Globex deal – office coffee (OPP-00001) is in proposal: 120,000.00 SAR at 50%, expected by Monday 21 December 2026, looked after by Sara.")]
    [InlineData("ar", "صفقة غلوبكس – قهوة المكتب (OPP-00001) في مرحلة العرض: 120,000.00 ريال باحتمال 50%، متوقعة الاثنين 21 ديسمبر 2026، المسؤول Sara.")]
    public async Task Opportunity_One_IsASentence(string language, string said) =>
        Assert.Equal(said, await crm.SayAsync(language, "opportunities.show", new { opportunity = "غلوبكس" }));

    [Theory]
    [InlineData("en", "A deal becomes won by being closed. Say: close Globex deal – office coffee as won.")]
    [InlineData("ar", "الصفقة ما تصير مكسوبة إلا بالإغلاق. قل: اقفل صفقة غلوبكس – قهوة المكتب مكسوبة.")]
    public async Task Refusal_MoveToWon_SaysWhatToSayInstead(string language, string said) =>
        Assert.Equal(said, await crm.SayRefusalAsync(language, "opportunities.move", new { opportunity = "Globex", stage = "won" }));

    [Theory]
    [InlineData("en", "Globex (CUST-00001): prospect, in Riyadh, office, looked after by Sara.\nTelephone: 0551234567\nOpen opportunities:\n1. Globex deal – office coffee (OPP-00001): 120,000.00 SAR, proposal, expected Monday 21 December 2026")]
    [InlineData("ar", "غلوبكس (CUST-00001): محتمل، في الرياض، مكاتب، المسؤول Sara.\nالهاتف: 0551234567\nالفرص المفتوحة:\n1. صفقة غلوبكس – قهوة المكتب (OPP-00001): 120,000.00 ريال، العرض، متوقعة الاثنين 21 ديسمبر 2026")]
    public async Task Profile_WithoutHistory_SaysOnlyWhatThereIs(string language, string said) =>
        Assert.Equal(said, await crm.SayAsync(language, "customers.show", new { customer = "Globex" }));

    [Theory]
    [InlineData("en", "Forecast to Friday 30 April 2027:\n- December 2026: 60,000.00 SAR weighted of 120,000.00 SAR, 1 opportunity (proposal 60,000.00 SAR)\nIn all 60,000.00 SAR weighted of 120,000.00 SAR.\n1 open opportunity is past the expected day: 1,000.00 SAR.")]
    [InlineData("ar", "التوقعات حتى الجمعة 30 أبريل 2027:\n- ديسمبر 2026: 60,000.00 ريال مرجح من 120,000.00 ريال، فرصة وحدة (العرض 60,000.00 ريال)\nالمجموع 60,000.00 ريال مرجح من 120,000.00 ريال.\nفرصة وحدة مفتوحة فات موعدها المتوقع: 1,000.00 ريال.")]
    public async Task Forecast_OneMonth_SaysMonthTotalAndWhatIsLate(string language, string said) =>
        Assert.Equal(said, await crm.SayAsync(language, "opportunities.forecast", new { }));

    [Theory]
    [InlineData("en", "they want a discount", "Logged a call with Contoso: they want a discount. Follow-up FUP-0000N on Tuesday 24 November 2026: they want a discount.")]
    [InlineData("ar", "يبون خصم", "تم تسجيل مكالمة مع كونتوسو: يبون خصم. والمتابعة FUP-0000N يوم الثلاثاء 24 نوفمبر 2026: يبون خصم.")]
    public async Task Interaction_WithAFollowUp_SaysBoth(string language, string summary, string said)
    {
        var heard = await crm.SayAsync(language, "interactions.log", new { customer = "كونتوسو", kind = "call", summary, followUpDate = "2026-11-24" });
        Assert.Equal(said, System.Text.RegularExpressions.Regex.Replace(heard, "0000[0-9]", "0000N"));
    }

    [Theory]
    [InlineData("en", "There is a customer Globex already: CUST-00001.")]
    [InlineData("ar", "العميل غلوبكس موجود من قبل: CUST-00001.")]
    public async Task Refusal_CustomerThatIsThere_NamesIt(string language, string said) =>
        Assert.Equal(said, await crm.SayRefusalAsync(language, "customers.create", new { name = "globex" }));
}
