using AgentOS.Domain.Crm;

namespace AgentOS.Domain.Demo;

/// <summary>Makes up customers: offices, hotels, cafés and others in both scripts.</summary>
internal sealed class DemoCustomers(Random random, DateOnly today)
{
    private const int Wanted = 300;

    private static readonly (string Name, string Arabic, CustomerSegment Segment, string City)[] Known =
    [
        ("Contoso", "كونتوسو", CustomerSegment.Office, "Riyadh"),
        ("Globex", "غلوبكس", CustomerSegment.Wholesale, "Riyadh"),
        ("Nakheel Hotel", "فندق النخيل", CustomerSegment.Hotel, "Riyadh"),
        ("Blue Cafe", "كافيه بلو", CustomerSegment.Cafe, "Jeddah"),
        ("Desert Rose Cafe", "كافيه وردة الصحراء", CustomerSegment.Cafe, "Riyadh"),
        ("Sunrise Bakery", "مخبز الشروق", CustomerSegment.Retail, "Jeddah"),
        ("Al Faisal Trading", "الفيصل للتجارة", CustomerSegment.Wholesale, "Dammam"),
        ("Al Noor Offices", "مكاتب النور", CustomerSegment.Office, "Riyadh"),
    ];

    private static readonly (string Name, string Arabic)[] Stems =
    [
        ("Wadi Hanifa", "وادي حنيفة"), ("Qasr", "القصر"), ("Marwah", "المروة"), ("Safwa", "الصفوة"), ("Yasmin", "الياسمين"), ("Rawabi", "الروابي"),
        ("Durrat", "الدرة"), ("Bustan", "البستان"), ("Andalus", "الأندلس"), ("Hamra", "الحمراء"), ("Salam", "السلام"), ("Manar", "المنار"),
        ("Khuzama", "الخزامى"), ("Rimal", "الرمال"), ("Waha", "الواحة"), ("Tuwaiq", "طويق"), ("Diriyah", "الدرعية"), ("Shatea", "الشاطئ"),
        ("Corniche", "الكورنيش"), ("Balad", "البلد"), ("Hijaz", "الحجاز"), ("Asalah", "الأصالة"), ("Bayan", "البيان"), ("Fajr", "الفجر"),
        ("Ghadeer", "الغدير"), ("Jawhara", "الجوهرة"), ("Kawthar", "الكوثر"), ("Lulu", "اللؤلؤ"), ("Murjan", "المرجان"), ("Nuzha", "النزهة"),
        ("Oud", "العود"), ("Qimma", "القمة"), ("Rabwa", "الربوة"), ("Sadeem", "سديم"), ("Thuraya", "الثريا"), ("Ufuq", "الأفق"),
        ("Wisam", "الوسام"), ("Zahra", "الزهراء"), ("Ajwad", "أجواد"), ("Barakah", "البركة"), ("Dhahab", "الذهب"), ("Faruq", "الفاروق"),
    ];

    private static readonly (string Pattern, string Arabic, CustomerSegment Segment)[] Kinds =
    [
        ("{0} Offices", "مكاتب {0}", CustomerSegment.Office), ("{0} Hotel", "فندق {0}", CustomerSegment.Hotel), ("{0} Cafe", "كافيه {0}", CustomerSegment.Cafe),
        ("{0} Restaurant", "مطعم {0}", CustomerSegment.Restaurant), ("{0} Trading", "{0} للتجارة", CustomerSegment.Wholesale),
        ("{0} Clinic", "عيادات {0}", CustomerSegment.Healthcare), ("{0} School", "مدارس {0}", CustomerSegment.Education),
        ("{0} Law Firm", "{0} للمحاماة", CustomerSegment.Office), ("{0} Markets", "أسواق {0}", CustomerSegment.Retail),
    ];

    private static readonly string[] Cities = ["Riyadh", "Riyadh", "Riyadh", "Jeddah", "Jeddah", "Dammam", "Khobar", "Makkah", "Madinah", "Taif"];
    private static readonly string[] First = ["Khalid", "Noura", "Abdullah", "Reem", "Faisal", "Huda", "Turki", "Maha", "Sultan", "Lama", "Yousef", "Dana", "Majed", "Abeer", "Nasser", "Rania", "Bandar", "Salma"];
    private static readonly string[] Last = ["Al-Otaibi", "Al-Ghamdi", "Al-Harbi", "Al-Qahtani", "Al-Shehri", "Al-Zahrani", "Al-Dosari", "Al-Mutairi", "Al-Juhani", "Al-Shammari", "Bakr", "Nasr"];
    private static readonly string[] Roles = ["Purchasing Manager", "Office Manager", "Owner", "Head Barista", "Food and Beverage Manager", "Facilities Manager"];

    /// <summary>Names at their places: Contoso first, Globex second.</summary>
    public List<DemoCustomer> Make()
    {
        var customers = new List<DemoCustomer>();
        foreach (var (name, arabic, segment, city) in Known) customers.Add(Customer(name, arabic, segment, CustomerStatus.Active, city));
        var pairs = Stems.SelectMany(s => Kinds.Select(k => (Stem: s, Kind: k))).ToArray();
        random.Shuffle(pairs);
        foreach (var (stem, kind) in pairs.Take(Wanted - customers.Count))
        {
            var status = random.Next(100) switch { < 84 => CustomerStatus.Active, < 95 => CustomerStatus.Prospect, _ => CustomerStatus.Inactive };
            customers.Add(Customer(
                Fill(kind.Pattern, stem.Name), Fill(kind.Arabic, stem.Arabic), kind.Segment, status, Pick(Cities)));
        }

        return customers;
    }

    public string PersonName() => $"{Pick(First)} {Pick(Last)}";

    public string Phone() => $"+9665{random.Next(10, 100)}555{random.Next(100, 1000)}";

    public string City() => Pick(Cities);

    private DemoCustomer Customer(string name, string arabic, CustomerSegment segment, CustomerStatus status, string city)
    {
        var mailbox = new string([.. name.ToLowerInvariant().Where(char.IsAsciiLetter)]);
        var owner = city is "Jeddah" or "Makkah" or "Taif" or "Madinah" ? random.Next(3) == 0 ? 0 : 2 : random.Next(3) == 0 ? 0 : 1;
        var since = today.AddDays(-365 - random.Next(700));
        var known = random.Next(100) < 70 || name is "Contoso" or "Globex";
        return new DemoCustomer(
            name, arabic, segment, status, city, Phone(), $"orders@{mailbox}.example", owner, since,
            known ? PersonName() : null, known ? Pick(Roles) : null);
    }

    private static string Fill(string pattern, string stem) => pattern.Replace("{0}", stem, StringComparison.Ordinal);

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
