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
        ["الاتنين"] = DayOfWeek.Monday,
        ["اثنين"] = DayOfWeek.Monday,
        ["الاثنين"] = DayOfWeek.Monday,
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
        "january jan يناير", "february feb فبراير شباط", "march mar مارس اذار", "april apr ابريل نيسان", "may مايو ايار", "june jun يونيو حزيران", "july jul يوليو تموز",
        "august aug اغسطس", "september sep sept سبتمبر ايلول", "october oct اكتوبر", "november nov نوفمبر", "december dec ديسمبر");

    /// <summary>Month names that are as often another word, and need a day, a year or "in" beside them.</summary>
    public static readonly HashSet<string> DoubtfulMonths = ["may", "march", "mar", "sep", "jan", "jun", "dec", "apr", "oct", "nov", "feb", "aug", "jul", "sept", "تموز", "ايار", "شباط", "نيسان", "اذار"];

    /// <summary>Short names of days, and Arabic ones, that are as often another word.</summary>
    public static readonly HashSet<string> DoubtfulDays = ["sun", "sat", "wed", "mon", "احد", "اثنين", "سبت"];

    public static readonly Dictionary<string, int> Days = new()
    {
        ["today"] = 0,
        ["tonight"] = 0,
        ["tomorrow"] = 1,
        ["tomorow"] = 1,
        ["tommorow"] = 1,
        ["tommorrow"] = 1,
        ["tmrw"] = 1,
        ["tmr"] = 1,
        ["yesterday"] = -1,
        ["اليوم"] = 0,
        ["الليله"] = 0,
        ["الحين"] = 0,
        ["بكره"] = 1,
        ["بوكره"] = 1,
        ["بكرا"] = 1,
        ["باكر"] = 1,
        ["غدا"] = 1,
        ["غد"] = 1,
        ["امس"] = -1,
        ["امبارح"] = -1,
        ["مبارح"] = -1,
        ["البارح"] = -1,
        ["البارحه"] = -1,
    };

    /// <summary>Days in one of the unit; months and years are negative counts of months.</summary>
    public static readonly Dictionary<string, int> Units = new()
    {
        ["day"] = 1,
        ["days"] = 1,
        ["night"] = 1,
        ["nights"] = 1,
        ["يوم"] = 1,
        ["ايام"] = 1,
        ["ليله"] = 1,
        ["ليالي"] = 1,
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
        ["quarter"] = -3,
        ["quarters"] = -3,
        ["year"] = -12,
        ["years"] = -12,
        ["سنه"] = -12,
        ["سنوات"] = -12,
        ["سنين"] = -12,
        ["عام"] = -12,
        ["اعوام"] = -12,
    };

    /// <summary>Arabic duals: the unit and its number in one word.</summary>
    public static readonly Dictionary<string, (int Count, int Unit)> Duals = new()
    {
        ["يومين"] = (2, 1),
        ["اسبوعين"] = (2, 7),
        ["شهرين"] = (2, -1),
        ["سنتين"] = (2, -12),
        ["عامين"] = (2, -12),
        ["ليلتين"] = (2, 1),
    };

    public static readonly HashSet<string> Ends = ["end", "نهايه", "اخر", "بنهايه", "اواخر"];

    public static readonly HashSet<string> Starts = ["start", "beginning", "بدايه", "اول", "مطلع", "اوائل", "ببدايه"];

    public static readonly HashSet<string> Middles = ["mid", "middle", "منتصف", "نص", "وسط"];

    private static Dictionary<string, int> Numbered(params string[] months) =>
        months.SelectMany((names, i) => names.Split(' ').Select(n => (n, i + 1))).ToDictionary(p => p.n, p => p.Item2);
}
