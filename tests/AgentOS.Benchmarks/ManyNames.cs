using AgentOS.Data;

namespace AgentOS.Benchmarks;

/// <summary>Names of a large company's customers and products, made from parts; and requests that misspell them. The same on every run.</summary>
internal static class ManyNames
{
    private static readonly string[] Firsts = ["Mohammed", "Ahmed", "Khalid", "Sarah", "Noura", "Faisal", "Abdullah", "Omar", "Layla", "Huda", "Turki", "Salman", "Maha", "Reem", "Yousef", "Ibrahim", "Hassan", "Ali", "Fatimah", "Aisha"];
    private static readonly string[] Kinds = ["Trading", "Bakery", "Hotel", "Restaurant", "Cafe", "Markets", "Roastery", "Catering", "Foods", "Stores", "Holding", "Group", "Est.", "Company", "Supplies"];
    private static readonly string[] ArabicFirsts = ["محمد", "أحمد", "خالد", "سارة", "نورة", "فيصل", "عبدالله", "عمر", "ليلى", "هدى", "تركي", "سلمان", "مها", "ريم", "يوسف", "إبراهيم", "حسن", "علي", "فاطمة", "عائشة"];
    private static readonly string[] ArabicKinds = ["للتجارة", "مخبز", "فندق", "مطعم", "مقهى", "أسواق", "محمصة", "للتموين", "للأغذية", "القابضة", "مجموعة", "مؤسسة", "شركة"];
    private static readonly string[] Starts = ["al", "na", "ra", "sha", "kha", "mu", "za", "fa", "ba", "to", "con", "glo", "ini", "vel", "dor", "kes", "lum", "pre", "qua", "sol"];
    private static readonly string[] Middles = ["ri", "ma", "kh", "dan", "to", "be", "lin", "ro", "ssa", "hee", "ga", "mi", "ne", "pa", "ti", "wa", "fi", "du", "lo", "ce"];
    private static readonly string[] Ends = ["l", "m", "x", "so", "d", "r", "n", "fi", "di", "ya", "rah", "ton", "bek", "ex", "is", "ar", "oud", "een", "an", "i"];
    private static readonly string[] ArabicStarts = ["ال", "نا", "را", "شا", "خا", "مو", "زا", "فا", "با", "تو", "كون", "غلو", "ان", "فل", "دور"];
    private static readonly string[] ArabicMiddles = ["ري", "ما", "خ", "دان", "تو", "بي", "لين", "رو", "سا", "هي", "جا", "مي", "ني", "حا", "تي"];
    private static readonly string[] ArabicEnds = ["ل", "م", "س", "سو", "د", "ر", "ن", "في", "دي", "يا", "ره", "تون", "بك", "ان", "ي"];

    public static string[] Sentences { get; } =
    [
        "order 40 bags of espresso for Zamzam at SAR 2.5k by next Tuesday", "show me sales from Sunday to Thursday", "call the customer at half past five tomorrow", "what is the status of order 1001",
        "ابغى خمسة وعشرين كرتون حليب بألفين وخمسمية ريال بكرة", "مبيعات الأسبوع اللي فات في جدة", "وين طلب رقم ١٠٠١ حق العميل", "ذكرني أكلم أحمد الساعة خمس ونص العصر", "give Contoso fifteen percent off for the last quarter", "move it to negotiation",
    ];

    public static IReadOnlyList<NamedRecord> Of(int names)
    {
        var random = new Random(11);
        var records = new List<NamedRecord>(names);
        var made = 0;
        for (var i = 0; made < names; i++)
        {
            var id = new Guid(i, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            var record = (i % 5) switch
            {
                0 => new NamedRecord("Customer", id, [$"{Word(random, Starts, Middles, Ends)} {Of(random, Kinds)}", $"{Of(random, ArabicKinds)} {Word(random, ArabicStarts, ArabicMiddles, ArabicEnds)}"]),
                1 => new NamedRecord("Customer", id, [$"{Of(random, Firsts)} {Of(random, Firsts)} Al {Word(random, Starts, Middles, Ends)}"]),
                2 => new NamedRecord("Customer", id, [$"{Of(random, ArabicFirsts)} {Of(random, ArabicFirsts)} {Word(random, ArabicStarts, ArabicMiddles, ArabicEnds)}"]),
                3 => new NamedRecord("Product", id, [$"{Word(random, Starts, Middles, Ends)} {Word(random, Starts, Middles, Ends)} {random.Next(1, 999)}g"]),
                _ => new NamedRecord("Product", id, [$"{Word(random, Starts, Middles, Ends)} {Of(random, Kinds)} {(char)('A' + random.Next(26))}{random.Next(10, 99)}"]),
            };
            records.Add(record);
            made += record.Names.Count;
        }

        return records;
    }

    /// <summary>Requests with a name in which a letter is wrong, missing or doubled, and whom they mean.</summary>
    public static (string Text, Guid Meant)[] Utterances(IReadOnlyList<NamedRecord> records, int count)
    {
        var random = new Random(5);
        var said = new (string, Guid)[count];
        for (var i = 0; i < count; i++)
        {
            var record = records[random.Next(records.Count)];
            var name = Slipped(random, record.Names[random.Next(record.Names.Count)]);
            var arabic = name.Any(c => c > 0x600);
            var text = (i % 3, arabic) switch
            {
                (0, false) => $"order 3 boxes of {Slipped(random, Word(random, Starts, Middles, Ends))} for {name} please",
                (1, false) => $"how much does {name} owe us",
                (_, false) => $"show the orders of {name} from last month",
                (0, true) => $"ابغى ٣ كراتين حق {name} لو سمحت",
                (1, true) => $"كم على {name}",
                _ => $"ورني طلبات {name} من الشهر اللي فات",
            };
            said[i] = (text, record.Id);
        }

        return said;
    }

    private static string Word(Random random, string[] starts, string[] middles, string[] ends) =>
        Of(random, starts) + Of(random, middles) + (random.Next(2) == 0 ? Of(random, middles) : "") + Of(random, ends);

    private static string Of(Random random, string[] parts) => parts[random.Next(parts.Length)];

    /// <summary>One letter of the name's longest word is lost, doubled or swapped with its neighbour; digits stay.</summary>
    private static string Slipped(Random random, string name)
    {
        var words = name.Split(' ');
        var at = Array.IndexOf(words, words.Where(w => !w.Any(char.IsDigit)).MaxBy(w => w.Length));
        if (at < 0 || words[at].Length < 5) return name;
        var (word, i) = (words[at], random.Next(2, words[at].Length - 1));
        words[at] = random.Next(3) switch { 0 => word.Remove(i, 1), 1 => word.Insert(i, word[i].ToString()), _ => word[..i] + word[i + 1] + word[i] + word[(i + 2)..] };
        return string.Join(' ', words);
    }
}
