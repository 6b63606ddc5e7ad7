namespace AgentOS.Understanding.Values;

/// <summary>With which words a date, a period or a recurrence can begin; most words are done with here.</summary>
internal static class DateStart
{
    private static readonly HashSet<string> Words =
    [
        .. CalendarWords.Weekdays.Keys, .. CalendarWords.Months.Keys, .. CalendarWords.Days.Keys, .. CalendarWords.Duals.Keys, .. CalendarWords.Ends, .. CalendarWords.Starts, .. CalendarWords.Middles,
        .. NumberWords.Units.Keys, .. NumberWords.Ordinals.Keys,
        .. WordTable.Set("the day a an couple يوم بعد قبل عقب اول خلال كمان من in after within next coming upcoming following last past previous prior this current هذا هذه هذي هاذا هاذي ذا هال تشرين كانون week month quarter year الاسبوع اسبوع هالاسبوع الشهر شهر هالشهر الربع هالربع السنه العام هالسنه"),
    ];

    /// <summary>The words that a date can begin with.</summary>
    public static IEnumerable<string> Starts => Words;

    public static bool MayBegin(string word) => Words.Contains(word);
}
