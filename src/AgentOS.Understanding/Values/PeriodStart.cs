namespace AgentOS.Understanding.Values;

/// <summary>With which words a period can begin; most words are done with here.</summary>
internal static class PeriodStart
{
    private static readonly HashSet<string> Words =
    [
        .. CalendarWords.Weekdays.Keys, .. CalendarWords.Months.Keys, .. CalendarWords.Duals.Keys, .. NumberWords.Units.Keys, .. NumberWords.Ordinals.Keys,
        .. WordTable.Set("the next coming upcoming following last past previous prior this current since from between q h ytd mtd qtd wtd week month quarter year weekend today yesterday tomorrow"),
        .. WordTable.Set("هذا هذه هذي هاذا هاذي ذا هال ال من منذ بين اخر الاسبوع اسبوع هالاسبوع الشهر شهر هالشهر الربع هالربع السنه سنه العام عام هالسنه النصف الويكند ويكند هالويكند تشرين كانون اليوم امس بكره"),
        .. WordTable.Set("محرم صفر رجب شعبان رمضان شوال ربيع جمادي جماد ذو ذي muharram safar rajab shaban shaaban ramadan ramadhan shawwal rabi jumada dhu dhul"),
    ];

    /// <summary>The words that a period can begin with.</summary>
    public static IEnumerable<string> Starts => Words;

    public static bool MayBegin(string word) => Words.Contains(word);
}
