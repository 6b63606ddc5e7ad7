using System.Globalization;

namespace AgentOS.EndToEnd;

/// <summary>
/// The conversation that the first version is measured by. <paramref name="Stock"/> asks about the warehouse that
/// Contoso is served from, so that a test can see what the order did to it.
/// </summary>
internal sealed record Script(string Language, string Opportunities, string Move, string Stock, string Order, string Yes, string Undo, string Log)
{
    public static Script English { get; } = new(
        "en",
        "show my open opportunities",
        "move the Globex deal to negotiation",
        "how much espresso do we have in Riyadh?",
        "order 40 espresso and 10 grinders for Contoso",
        "yes",
        "undo that",
        "log a call with Contoso: they want a discount; follow up next Tuesday");

    public static Script Arabic { get; } = new(
        "ar",
        "ابغى اشوف الفرص المفتوحة",
        "انقل صفقة غلوبكس للتفاوض",
        "كم عندنا اسبريسو في الرياض؟",
        "اطلب 40 اسبريسو و10 مطاحن لكونتوسو",
        "نعم",
        "تراجع عن هذا",
        "سجل مكالمة مع كونتوسو: يبون خصم، وتابع معهم الثلاثاء الجاي");

    public static Script In(string language) => language == "ar" ? Arabic : English;

    /// <summary>The Tuesday that "next Tuesday" may mean, said on a day in Riyadh: the coming one, or on a Monday the one after.</summary>
    public static IReadOnlyList<string> NextTuesdays(TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(3));
        var ahead = ((int)DayOfWeek.Tuesday - (int)today.DayOfWeek + 7) % 7;
        var coming = today.AddDays(ahead == 0 ? 7 : ahead);
        return [.. new[] { coming, coming.AddDays(7) }.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
    }
}
