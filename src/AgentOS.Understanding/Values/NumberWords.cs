namespace AgentOS.Understanding.Values;

/// <summary>Number words of both languages, folded. Units add, multipliers multiply.</summary>
internal static class NumberWords
{
    public static readonly Dictionary<string, decimal> Units = Build(
        "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 " +
        "sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 " +
        "صفر 0 واحد 1 واحده 1 وحده 1 اثنين 2 اثنان 2 ثنتين 2 ثنين 2 اثنتين 2 ثلاثه 3 ثلاث 3 تلاته 3 ثلاثت 3 اربعه 4 اربع 4 خمسه 5 خمس 5 سته 6 ست 6 " +
        "سبعه 7 سبع 7 ثمانيه 8 ثمان 8 ثماني 8 تمانيه 8 تسعه 9 تسع 9 عشره 10 عشر 10 احدعش 11 حداعش 11 احدعشر 11 اثنعش 12 اثناعش 12 اثناعشر 12 " +
        "ثلاثطعش 13 ثلطعش 13 تلطعش 13 اربعطعش 14 خمسطعش 15 ستطعش 16 سطعش 16 سبعطعش 17 ثمنطعش 18 تسعطعش 19 عشرين 20 عشرون 20 ثلاثين 30 ثلاثون 30 " +
        "اربعين 40 اربعون 40 خمسين 50 خمسون 50 ستين 60 ستون 60 سبعين 70 سبعون 70 ثمانين 80 ثمانون 80 تسعين 90 تسعون 90 ميتين 200 مئتين 200 مائتين 200 " +
        "ثلاثميه 300 ثلاثمئه 300 ثلاثمائه 300 اربعميه 400 اربعمئه 400 اربعمائه 400 خمسميه 500 خمسمئه 500 خمسمائه 500 ستميه 600 ستمئه 600 سبعميه 700 سبعمئه 700 " +
        "ثمانميه 800 ثمنميه 800 ثمانمئه 800 تسعميه 900 تسعمئه 900 الفين 2000 مليونين 2000000 درزن 12");

    public static readonly Dictionary<string, decimal> Multipliers = Build(
        "hundred 100 thousand 1000 k 1000 million 1000000 m 1000000 mn 1000000 dozen 12 ميه 100 مئه 100 مايه 100 مائه 100 الف 1000 الاف 1000 مليون 1000000 ملايين 1000000");

    public static readonly Dictionary<string, int> Ordinals = BuildWhole(
        "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 last -1 1st 1 2nd 2 3rd 3 " +
        "الاول 1 الاولي 1 اول 1 الثاني 2 الثانيه 2 ثاني 2 الثالث 3 الثالثه 3 ثالث 3 الرابع 4 الرابعه 4 الخامس 5 الخامسه 5 السادس 6 السابع 7 الثامن 8 التاسع 9 العاشر 10 " +
        "الاخير -1 الاخيره -1 اخر -1");

    public static readonly HashSet<string> Halves = ["half", "نص", "نصف"];

    private static Dictionary<string, decimal> Build(string pairs)
    {
        var words = pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var map = new Dictionary<string, decimal>(words.Length / 2);
        for (var i = 0; i < words.Length; i += 2) map[words[i]] = decimal.Parse(words[i + 1], System.Globalization.CultureInfo.InvariantCulture);
        return map;
    }

    private static Dictionary<string, int> BuildWhole(string pairs) => Build(pairs).ToDictionary(p => p.Key, p => (int)p.Value);
}
