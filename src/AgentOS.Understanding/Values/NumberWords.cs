namespace AgentOS.Understanding.Values;

/// <summary>Number words of both languages, folded. Units add, multipliers multiply.</summary>
internal static class NumberWords
{
    public static readonly Dictionary<string, decimal> Units = WordTable.Numbers(
        "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 " +
        "sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 " +
        "صفر 0 واحد 1 واحده 1 وحده 1 اثنين 2 اثنان 2 ثنتين 2 ثنين 2 اثنتين 2 اتنين 2 تنين 2 ثلاثه 3 ثلاث 3 تلاته 3 تلات 3 ثلاثت 3 اربعه 4 اربع 4 خمسه 5 خمس 5 سته 6 ست 6 " +
        "سبعه 7 سبع 7 ثمانيه 8 ثمان 8 ثماني 8 تمانيه 8 تمان 8 ثمنيه 8 تسعه 9 تسع 9 عشره 10 عشر 10 احدعش 11 حداعش 11 حدعش 11 احدعشر 11 اثنعش 12 اثناعش 12 اثناعشر 12 اطنعش 12 طنعش 12 اتناشر 12 حداشر 11 " +
        "ثلاثطعش 13 ثلطعش 13 تلطعش 13 ثلاثتعش 13 اربعطعش 14 اربعتعش 14 خمسطعش 15 خمستعش 15 خمسطعشر 15 ستطعش 16 سطعش 16 ستعش 16 سبعطعش 17 سبعتعش 17 ثمنطعش 18 ثمانطعش 18 ثمنتعش 18 تسعطعش 19 تسعتعش 19 " +
        "عشرين 20 عشرون 20 ثلاثين 30 ثلاثون 30 تلاتين 30 اربعين 40 اربعون 40 خمسين 50 خمسون 50 ستين 60 ستون 60 سبعين 70 سبعون 70 ثمانين 80 ثمانون 80 تمانين 80 تسعين 90 تسعون 90 " +
        "ميتين 200 مئتين 200 مائتين 200 مئتان 200 مائتان 200 ميتان 200 " +
        "ثلاثميه 300 ثلاثمئه 300 ثلاثمائه 300 ثلاثمايه 300 ثلثميه 300 تلتميه 300 اربعميه 400 اربعمئه 400 اربعمائه 400 اربعمايه 400 ربعميه 400 خمسميه 500 خمسمئه 500 خمسمائه 500 خمسمايه 500 ستميه 600 ستمئه 600 ستمائه 600 ستمايه 600 " +
        "سبعميه 700 سبعمئه 700 سبعمائه 700 سبعمايه 700 ثمانميه 800 ثمنميه 800 ثمانمئه 800 ثمانمائه 800 ثمانمايه 800 تسعميه 900 تسعمئه 900 تسعمائه 900 تسعمايه 900 " +
        "الفين 2000 الفان 2000 مليونين 2000000 مليونان 2000000 مليارين 2000000000 درزن 12 دزينه 12 درزنين 24 دزينتين 24");

    public static readonly Dictionary<string, decimal> Multipliers = WordTable.Numbers(
        "hundred 100 hundreds 100 thousand 1000 thousands 1000 k 1000 million 1000000 millions 1000000 m 1000000 mn 1000000 mil 1000000 billion 1000000000 bn 1000000000 dozen 12 dozens 12 " +
        "ميه 100 مئه 100 مايه 100 مائه 100 ميات 100 الف 1000 الاف 1000 تلاف 1000 مليون 1000000 ملايين 1000000 مليار 1000000000 مليارات 1000000000 درازن 12 دزينات 12 دزائن 12");

    /// <summary>Words that multiply only what stands before them without a space: 20k, 3m.</summary>
    public static readonly HashSet<string> Suffixes = ["k", "m", "mn", "mil", "bn"];

    public static readonly HashSet<string> Dozens = ["dozen", "dozens", "درزن", "دزينه", "درازن", "دزينات", "دزائن", "درزنين", "دزينتين"];

    public static readonly Dictionary<string, int> Ordinals = WordTable.Wholes(
        "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 " +
        "twentieth 20 thirtieth 30 fortieth 40 fiftieth 50 hundredth 100 last -1 1st 1 2nd 2 3rd 3 " +
        "الاول 1 الاولي 1 اول 1 الثاني 2 الثانيه 2 ثاني 2 التاني 2 التانيه 2 الثالث 3 الثالثه 3 ثالث 3 التالت 3 الرابع 4 الرابعه 4 رابع 4 الخامس 5 الخامسه 5 خامس 5 السادس 6 السادسه 6 السابع 7 السابعه 7 الثامن 8 الثامنه 8 " +
        "التاسع 9 التاسعه 9 العاشر 10 العاشره 10 العشرين 20 الثلاثين 30 الاخير -1 الاخيره -1 اخر -1");

    public static readonly HashSet<string> Halves = ["half", "نص", "نصف"];

    /// <summary>Parts of one that stand alone in Arabic.</summary>
    public static readonly Dictionary<string, decimal> Fractions = new() { ["نص"] = 0.5m, ["نصف"] = 0.5m, ["نصفه"] = 0.5m, ["ربع"] = 0.25m, ["ثلث"] = 1m / 3, ["تلت"] = 1m / 3, ["ثلثين"] = 2m / 3 };
}
