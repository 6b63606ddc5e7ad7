namespace AgentOS.Understanding.Tests.Values.Cases;

/// <summary>Numbers, places in a row, and parts of a hundred. What is in brackets is to be found, with the value after the bar; a line without is to give none.</summary>
internal static class NumberCases
{
    public const string Numbers = """
        add [3] bags | 3
        send [1,250] flyers | 1250
        it is [12.5] degrees | 12.5
        about [1.5k] followers | 1500
        roughly [2.5m] people | 2500000
        [1.000.000] units | 1000000
        [5,000.50] in total | 5000.5
        [forty two] chairs | 42
        [twenty-five] cups | 25
        [ninety-nine] problems | 99
        [two hundred and fifty] beans | 250
        [two hundred fifty] beans | 250
        [a hundred] people | 100
        [a hundred and one] dogs | 101
        [one thousand two hundred] | 1200
        [two thousand and five] | 2005
        [seventy five thousand] | 75000
        [twelve hundred] | 1200
        [half a million] views | 500000
        [quarter of a million] views | 250000
        [a quarter of a million] views | 250000
        [two and a half million] views | 2500000
        [three and a half] | 3.5
        [a million and a half] | 1500000
        [three quarters] full | 0.75
        [1.2 billion] stars | 1200000000
        [a couple of] ideas | 2
        [two dozen] eggs | 24
        [half a dozen] eggs | 6
        [three dozen and a half] eggs | 42
        it went to [minus 5] | -5
        [five] and [six] | 5 ; 6
        [40] espresso and [10] grinders | 40 ; 10
        need [eleven] and then [twelve] more | 11 ; 12
        [one hundred twenty three thousand four hundred fifty six] | 123456
        give me [one] | 1
        عندي [٤٠] كتاب | 40
        [١٬٢٥٠] ورقة | 1250
        [١٢٫٥] درجة | 12.5
        [۴۵] قلم | 45
        [خمسة وعشرين] قلم | 25
        [خمسه و عشرين] قلم | 25
        [واحد وعشرين] يوم | 21
        [ثلاثين] قلم | 30
        [مية وخمسين] قلم | 150
        [مية وخمسة وعشرين] قلم | 125
        [ميتين وخمسين] قلم | 250
        [ثلاثمية وأربعة] أقلام | 304
        [ألفين وخمسمية] | 2500
        [ألف وتسعمية وتسعين] | 1990
        [ألف ومية] | 1100
        [ألف ومئتين وثلاثة] | 1203
        [٣ آلاف] | 3000
        [عشرة آلاف] | 10000
        [خمسين ألف] | 50000
        [خمسمية وخمسين ألف] | 550000
        [مية ألف] | 100000
        [مليون ونص] | 1500000
        [مليون وربع] | 1250000
        [مليون ومئتين ألف] | 1200000
        [مليونين] | 2000000
        [ألف ونص] | 1500
        [ثلاثة ونص] | 3.5
        [ثلاثة وربع] | 3.25
        [ثلاثة أرباع] | 0.75
        [نص] كمية | 0.5
        [ربع] كمية | 0.25
        [خمسة عشر] طالب | 15
        [ثلاث عشرة] طالبة | 13
        [أحد عشر] كوكب | 11
        [اثنا عشر] شهر | 12
        [خمسطعش] مرة | 15
        [اطنعش] مرة | 12
        [تسعطعش] مرة | 19
        [ثمنطعش] مرة | 18
        [ثنتين] بس | 2
        [درزن] بيض | 12
        [درزنين] بيض | 24
        [ثلاث درازن] بيض | 36
        أبغى [بخمسين] بس | 50
        [خمس مية] | 500
        [تسعمئة وتسعة وتسعين] | 999
        [سالب ٥] | -5
        the second one
        this one please
        version 1.2.3.4.5
        at 15:30
        on 3/12/2026
        the 21st
        quarter past
        half past noon
        SO-1001
        show my leads
        نص الشهر
        وش عندكم
        لستة العملاء
        """;

    public const string Ordinals = """
        the [third] customer | 3
        the [21st] order | 21
        the [twenty-first] order | 21
        the [twenty second] order | 22
        the [12th] of them | 12
        the [last] one | -1
        [eleventh] hour | 11
        [الثالث] لو سمحت | 3
        [الثالثة] لو سمحت | 3
        العميل [الأخير] | -1
        [الحادي عشر] | 11
        [الثالث عشر] | 13
        [الثالث والعشرين] | 23
        [ثاني] واحد | 2
        sales last week
        the last 30 days
        3 thousand
        the 3 of them
        three orders
        """;

    public const string Percents = """
        give [15%] off | 15
        [15 %] off | 15
        [fifteen percent] off | 15
        [12.5 per cent] off | 12.5
        [7.5pct] | 7.5
        خصم [١٥٪] | 15
        خصم [%15] | 15
        خصم [٪١٥] | 15
        خصم [عشرة بالمية] | 10
        خصم [١٠ في المية] | 10
        خصم [خمسطعش بالمئة] | 15
        15 points
        percent of orders
        ١٥ ريال
        """;
}
