namespace AgentOS.Understanding.Values;

/// <summary>Words for days, months and spans of both languages, folded.</summary>
internal static class CalendarWords
{
    public static readonly Dictionary<string, DayOfWeek> Weekdays = new()
    {
        ["sunday"] = DayOfWeek.Sunday,
        ["sun"] = DayOfWeek.Sunday,
        ["الاحد"] = DayOfWeek.Sunday,
        ["احد"] = DayOfWeek.Sunday,
        ["monday"] = DayOfWeek.Monday,
        ["mon"] = DayOfWeek.Monday,
        ["الاثنين"] = DayOfWeek.Monday,
        ["الاتنين"] = DayOfWeek.Monday,
        ["tuesday"] = DayOfWeek.Tuesday,
        ["tue"] = DayOfWeek.Tuesday,
        ["tues"] = DayOfWeek.Tuesday,
        ["الثلاثاء"] = DayOfWeek.Tuesday,
        ["الثلاثا"] = DayOfWeek.Tuesday,
        ["التلات"] = DayOfWeek.Tuesday,
        ["ثلاثاء"] = DayOfWeek.Tuesday,
        ["الثلوث"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["الاربعاء"] = DayOfWeek.Wednesday,
        ["الاربعا"] = DayOfWeek.Wednesday,
        ["الربوع"] = DayOfWeek.Wednesday,
        ["اربعاء"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday,
        ["thu"] = DayOfWeek.Thursday,
        ["thurs"] = DayOfWeek.Thursday,
        ["الخميس"] = DayOfWeek.Thursday,
        ["خميس"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday,
        ["fri"] = DayOfWeek.Friday,
        ["الجمعه"] = DayOfWeek.Friday,
        ["جمعه"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday,
        ["sat"] = DayOfWeek.Saturday,
        ["السبت"] = DayOfWeek.Saturday,
        ["سبت"] = DayOfWeek.Saturday,
    };

    public static readonly Dictionary<string, int> Months = Numbered(
        "january jan يناير", "february feb فبراير", "march mar مارس", "april apr ابريل", "may مايو", "june jun يونيو", "july jul يوليو",
        "august aug اغسطس", "september sep sept سبتمبر", "october oct اكتوبر", "november nov نوفمبر", "december dec ديسمبر");

    public static readonly Dictionary<string, int> Days = new()
    {
        ["today"] = 0,
        ["tonight"] = 0,
        ["tomorrow"] = 1,
        ["tmrw"] = 1,
        ["tmr"] = 1,
        ["yesterday"] = -1,
        ["اليوم"] = 0,
        ["الليله"] = 0,
        ["الحين"] = 0,
        ["بكره"] = 1,
        ["بكرا"] = 1,
        ["باكر"] = 1,
        ["غدا"] = 1,
        ["غد"] = 1,
        ["امس"] = -1,
        ["البارح"] = -1,
        ["البارحه"] = -1,
    };

    public static readonly HashSet<string> Next = ["next", "coming", "upcoming", "الجاي", "الجايه", "القادم", "القادمه", "المقبل", "المقبله", "الياي", "الجي"];

    public static readonly HashSet<string> Last = ["last", "past", "previous", "الماضي", "الماضيه", "اللي", "الفايت", "الفايته", "السابق"];

    public static readonly HashSet<string> This = ["this", "هذا", "هذه", "هذي", "هالاسبوع", "ذا"];

    /// <summary>Days in one of the unit; months and years are negative counts of months.</summary>
    public static readonly Dictionary<string, int> Units = new()
    {
        ["day"] = 1,
        ["days"] = 1,
        ["يوم"] = 1,
        ["ايام"] = 1,
        ["week"] = 7,
        ["weeks"] = 7,
        ["اسبوع"] = 7,
        ["اسابيع"] = 7,
        ["fortnight"] = 14,
        ["fortnights"] = 14,
        ["month"] = -1,
        ["months"] = -1,
        ["شهر"] = -1,
        ["اشهر"] = -1,
        ["شهور"] = -1,
        ["year"] = -12,
        ["years"] = -12,
        ["سنه"] = -12,
        ["سنوات"] = -12,
        ["سنين"] = -12,
    };

    /// <summary>Arabic duals: the unit and its number in one word.</summary>
    public static readonly Dictionary<string, (int Count, int Unit)> Duals = new()
    {
        ["يومين"] = (2, 1),
        ["اسبوعين"] = (2, 7),
        ["شهرين"] = (2, -1),
        ["سنتين"] = (2, -12),
    };

    public static readonly HashSet<string> Ends = ["end", "نهايه", "اخر", "بنهايه"];

    public static readonly HashSet<string> Starts = ["start", "beginning", "بدايه", "اول", "مطلع"];

    private static Dictionary<string, int> Numbered(params string[] months) =>
        months.SelectMany((names, i) => names.Split(' ').Select(n => (n, i + 1))).ToDictionary(p => p.n, p => p.Item2);
}
