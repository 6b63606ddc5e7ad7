namespace AgentOS.Understanding.Tests.Values.Cases;

/// <summary>Times of day, and how long things last.</summary>
internal static class ClockCases
{
    public const string Times = """
        meet [at 9] | 09:00
        meet [at 3] | 15:00
        meet [3 pm] | 15:00
        meet [3pm] | 15:00
        meet [3:15 pm] | 15:15
        meet [3.15 pm] | 15:15
        meet [9 a.m.] | 09:00
        meet [15:30] | 15:30
        meet [at 15:30] | 15:30
        meet [08:05] | 08:05
        meet [half past five] | 17:30
        meet [at half past nine] | 09:30
        meet [a quarter past ten] | 10:15
        meet [quarter to eleven] | 10:45
        meet [ten past five] | 17:10
        meet [twenty to nine] | 08:40
        meet [five o'clock] | 17:00
        meet [5 in the morning] | 05:00
        meet [at 8 in the evening] | 20:00
        meet [9 at night] | 21:00
        meet [noon] | 12:00
        by [midnight] | 00:00
        meet [12 am] | 00:00
        meet [12 pm] | 12:00
        [الساعة ٣] | 15:00
        [الساعة ٣ العصر] | 15:00
        [الساعة خمس ونص العصر] | 17:30
        [الساعة عشر ونص] | 10:30
        [الساعة ٥ إلا ربع] | 16:45
        [الساعة تسع وربع الصبح] | 09:15
        [الساعة ثمان وثلث] | 08:20
        [الساعة خمسة إلا خمس] | 16:55
        [الساعة الخامسة مساءً] | 17:00
        [٩ الصبح] | 09:00
        [٨ بالليل] | 20:00
        [٩ مساء] | 21:00
        [ثمان ونص الصبح] | 08:30
        [١٥:٣٠] | 15:30
        [١٢ الظهر] | 12:00
        [منتصف الليل] | 00:00
        at 9 riyals each
        at 15 percent
        at 20 per box
        order 5 of them
        at Contoso
        بعد صلاة المغرب
        بعد العصر
        قبل الظهر
        ٩ كراتين
        3/12
        """;

    public const string Durations = """
        for [30 minutes] | 00:30:00
        for [an hour] | 01:00:00
        for [half an hour] | 00:30:00
        for [an hour and a half] | 01:30:00
        for [two and a half hours] | 02:30:00
        for [2 hours 30 minutes] | 02:30:00
        for [2 hours and 15 minutes] | 02:15:00
        for [a quarter of an hour] | 00:15:00
        for [90 mins] | 01:30:00
        for [three days] | 3.00:00:00
        for [2 weeks] | 14.00:00:00
        [45 seconds] | 00:00:45
        لمدة [نص ساعة] | 00:30:00
        لمدة [ساعة ونص] | 01:30:00
        لمدة [ساعتين] | 02:00:00
        لمدة [ساعتين ونص] | 02:30:00
        لمدة [ربع ساعة] | 00:15:00
        لمدة [ثلث ساعة] | 00:20:00
        لمدة [ساعة إلا ربع] | 00:45:00
        لمدة [٤٥ دقيقة] | 00:45:00
        لمدة [ثلاث ساعات] | 03:00:00
        لمدة [يومين] | 2.00:00:00
        لمدة [ساعة وعشرين دقيقة] | 01:20:00
        لمدة [ثلاثة أيام] | 3.00:00:00
        happy hour
        the second one
        a minute's silence
        الساعة ٣
        3 boxes
        """;
}
