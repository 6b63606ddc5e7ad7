using AgentOS.Data;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Gazetteers;

/// <summary>The names of a small company.</summary>
internal static class Najd
{
    private static readonly HashSet<string> Everyday =
    [
        "order", "show", "for", "me", "the", "and", "from", "to", "in", "at", "of", "how", "many", "we", "have", "is", "a", "kg", "please", "send", "call", "with", "trading", "create", "i", "want", "what", "about",
        "من", "في", "الي", "كم", "عندنا", "اطلب", "ابغي", "وش", "ورني", "كيلو", "عميل", "العميل", "حبه",
    ];

    public static IReadOnlyList<NamedRecord> Records { get; } =
    [
        Customer(1, "Al Nakheel Trading", "النخيل للتجارة"), Customer(2, "Contoso", "كونتوسو"), Customer(3, "Globex Corporation", "غلوبكس"),
        Customer(4, "Al Faisaliah Hotel", "فندق الفيصلية"), Customer(5, "Faisal Trading"), Customer(6, "Zamzam Bakery", "مخبز زمزم"),
        Customer(7, "Panda Markets", "أسواق بنده"), Customer(8, "Danube", "الدانوب"), Customer(9, "Sarah Ahmed"), Customer(10, "مؤسسة الأصالة"),
        Customer(11, "Ahmad Al-Harbi", "أحمد الحربي"), Customer(12, "Jarir Bookstore", "مكتبة جرير"), Customer(13, "Starbucks"), Customer(14, "Bayt Al Qahwa", "بيت القهوة"),
        Customer(15, "Mohammed Khalid", "محمد خالد"), Customer(16, "شركة الغامدي"), Customer(17, "Tamimi Markets"), Customer(18, "Alsafi Dairy"), Customer(19, "Khaled's Corner"),
        Product(1, "V60 Dripper", "قمع في ٦٠"), Product(2, "Espresso Blend", "خلطة اسبريسو"), Product(3, "Ethiopia Yirgacheffe", "إثيوبيا يرقاتشيف"), Product(4, "Cold Brew"),
        Product(5, "Chemex", "كيمكس"), Product(6, "Paper Cups 8oz", "أكواب ورق"), Product(7, "V61 Filter"),
        new("Warehouse", Id(3, 1), ["Riyadh Main", "مستودع الرياض"]), new("Warehouse", Id(3, 2), ["Jeddah", "جدة"]),
    ];

    public static Gazetteer Names { get; } = Gazetteer.Of(Records);

    public static IReadOnlyList<NameMatch> Find(string text, Gazetteer? names = null) => (names ?? Names).Find(Tokenizer.Tokenize(text), Everyday.Contains);

    /// <summary>"words → first name" of every match.</summary>
    public static IReadOnlyList<string> Said(string text, Gazetteer? names = null)
    {
        var tokens = Tokenizer.Tokenize(text);
        return [.. Find(text, names).Select(m => $"{text[(tokens[m.Start].Start + m.Prefix)..tokens[m.End - 1].End]} → {m.Candidates[0].Name}")];
    }

    public static NamedRecord Customer(int number, params string[] names) => new("Customer", Id(1, number), names);

    public static NamedRecord Product(int number, params string[] names) => new("Product", Id(2, number), names);

    public static Guid Id(int kind, int number) => new(kind, (short)number, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
