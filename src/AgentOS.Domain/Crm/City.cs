using System.Collections.Frozen;

namespace AgentOS.Domain.Crm;

/// <summary>Names of the region's cities in both scripts, so that الرياض and Riyadh are one place.</summary>
public static class City
{
    private static readonly (string English, string Arabic, string[] Spellings)[] Known =
    [
        ("Riyadh", "الرياض", ["رياض", "riyad", "ar riyadh"]),
        ("Jeddah", "جدة", ["jiddah", "jedda", "jidda"]),
        ("Makkah", "مكة", ["مكة المكرمة", "mecca", "makkah al mukarramah"]),
        ("Madinah", "المدينة", ["المدينة المنورة", "medina", "al madinah"]),
        ("Dammam", "الدمام", ["دمام", "ad dammam"]),
        ("Khobar", "الخبر", ["al khobar", "alkhobar", "al-khobar"]),
        ("Dhahran", "الظهران", ["الضهران"]),
        ("Jubail", "الجبيل", ["al jubail"]),
        ("Ahsa", "الأحساء", ["الهفوف", "al ahsa", "hofuf"]),
        ("Taif", "الطائف", ["الطايف", "at taif"]),
        ("Tabuk", "تبوك", []),
        ("Abha", "أبها", []),
        ("Khamis Mushait", "خميس مشيط", ["khamis"]),
        ("Buraidah", "بريدة", ["buraydah", "القصيم", "qassim"]),
        ("Hail", "حائل", ["حايل", "ha'il"]),
        ("Jazan", "جازان", ["جيزان", "jizan"]),
        ("Najran", "نجران", []),
        ("Yanbu", "ينبع", []),
        ("AlUla", "العلا", ["al ula", "al-ula"]),
        ("NEOM", "نيوم", []),
        ("Dubai", "دبي", []),
        ("Abu Dhabi", "أبوظبي", ["ابو ظبي", "أبو ظبي"]),
        ("Doha", "الدوحة", []),
        ("Kuwait City", "الكويت", ["kuwait"]),
        ("Manama", "المنامة", ["bahrain", "البحرين"]),
        ("Muscat", "مسقط", []),
    ];

    private static readonly FrozenDictionary<string, int> BySpelling = Spellings();

    /// <summary>The English name of a known city, however it is spelt; another place's name as it was given.</summary>
    public static string? Named(string? text)
    {
        text = Words.Optional(text, "city");
        return text is not null && BySpelling.TryGetValue(Fold(text), out var index) ? Known[index].English : text;
    }

    /// <summary>The Arabic name of a known city, otherwise the name itself.</summary>
    public static string? InArabic(string? name) =>
        name is not null && BySpelling.TryGetValue(Fold(name), out var index) ? Known[index].Arabic : name;

    private static FrozenDictionary<string, int> Spellings()
    {
        var spellings = new Dictionary<string, int>();
        for (var index = 0; index < Known.Length; index++)
        {
            var (english, arabic, others) = Known[index];
            foreach (var spelling in (string[])[english, arabic, .. others]) spellings[Fold(spelling)] = index;
        }

        return spellings.ToFrozenDictionary();
    }

    // The letters that Arabic writers exchange freely: hamza seats, ta marbuta and ha, alef maqsura and ya.
    private static string Fold(string text) => text.Trim().ToLowerInvariant()
        .Replace('أ', 'ا').Replace('إ', 'ا').Replace('آ', 'ا').Replace('ة', 'ه').Replace('ى', 'ي');
}
