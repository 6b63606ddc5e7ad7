using AgentOS.Domain.Erp;

namespace AgentOS.Domain.Demo;

/// <summary>What the roastery sells and from whom it buys. Each short word that people use begins or is in one name only.</summary>
internal static class DemoProducts
{
    public static IReadOnlyList<DemoProduct> All { get; } =
    [
        Coffee("ESP-1KG", "Espresso Blend", "خلطة اسبريسو", 92, 1240, 310, 200, 40),
        Coffee("ETH-YIR", "Ethiopia Yirgacheffe", "إثيوبيا يرغاتشيف", 128, 320, 95, 60, 12),
        Coffee("ETH-GUJ", "Guji Natural", "قوجي طبيعي", 136, 140, 18, 40, 8),
        Coffee("COL-HUI", "Colombia Huila", "كولومبيا هويلا", 118, 410, 150, 80, 14),
        Coffee("BRA-SAN", "Brazil Santos", "برازيل سانتوس", 96, 520, 180, 90, 16),
        Coffee("KEN-AA", "Kenya AA", "كينيا ممتاز", 142, 88, 42, 40, 8),
        Coffee("YEM-HAR", "Yemen Haraz", "يمن حراز", 210, 26, 12, 30, 4),
        Coffee("SAU-KHO", "Khawlani Jazan", "خولاني جازان", 260, 64, 30, 20, 4),
        Coffee("DEC-MEX", "Decaf Mexico", "ديكاف مكسيكي", 112, 130, 60, 40, 6),
        Coffee("FIL-HSE", "House Filter", "قهوة فلتر البيت", 88, 460, 170, 100, 18),
        Coffee("ARB-SHQ", "Shaqra Arabic", "قهوة عربية شقراء", 78, 680, 240, 120, 20),
        Coffee("CLD-BRW", "Cold Brew Roast", "حمصة كولد برو", 94, 150, 70, 50, 8),
        Thing("GRD-01", "Coffee Grinder", "مطحنة قهوة", ProductCategory.Grinders, 1450, 86, 24, 15, 2),
        Thing("MIL-HND", "Hand Mill", "طاحونة يدوية", ProductCategory.Grinders, 320, 40, 12, 10, 3),
        Thing("MIL-EK", "Shop Mill EK", "طاحونة محلات", ProductCategory.Grinders, 9800, 5, 2, 2, 1),
        Thing("MCH-PAV", "La Pavona Machine", "مكينة لا بافوني", ProductCategory.Machines, 6900, 14, 5, 4, 1),
        Thing("MCH-DUO", "Duetto Two Group", "مكينة دويتو", ProductCategory.Machines, 18500, 4, 3, 2, 1),
        Thing("MCH-BRW", "Office Brewer", "مكينة تقطير مكتبية", ProductCategory.Machines, 2350, 18, 9, 6, 1),
        Thing("V60-02", "V60 Dripper", "قمع تقطير", ProductCategory.Accessories, 58, 210, 90, 40, 8),
        Thing("KTL-GN", "Gooseneck Kettle", "غلاية رقبة الإوزة", ProductCategory.Accessories, 265, 34, 9, 12, 3),
        Thing("JUG-600", "Milk Jug", "إبريق حليب", ProductCategory.Accessories, 74, 120, 55, 25, 5),
        Thing("TMP-58", "Tamper", "مكبس قهوة", ProductCategory.Accessories, 115, 65, 30, 15, 3),
        Thing("SCL-01", "Barista Scale", "ميزان باريستا", ProductCategory.Accessories, 189, 44, 6, 12, 3),
        Thing("DLL-01", "Brass Dallah", "دلة نحاس", ProductCategory.Accessories, 240, 38, 15, 8, 2),
        Boxed("PAP-FLT", "Filter Papers", "ورق ترشيح", ProductCategory.Accessories, 32, 300, 140, 80, 12),
        Boxed("CLN-TAB", "Cleaning Tablets", "أقراص تنظيف", ProductCategory.Accessories, 68, 90, 14, 20, 5),
        Boxed("CUP-08", "Paper Cups", "أكواب ورقية", ProductCategory.Cups, 145, 420, 160, 100, 10),
        Boxed("CUP-GLS", "Glass Tumblers", "كاسات زجاج", ProductCategory.Cups, 98, 70, 25, 20, 4),
        Boxed("CUP-CER", "Ceramic Mugs", "أكواب سيراميك", ProductCategory.Cups, 165, 60, 22, 15, 3),
        Boxed("CUP-FNJ", "Finjan Set", "طقم فناجين", ProductCategory.Cups, 120, 55, 40, 15, 3),
        Boxed("LID-08", "Cup Lids", "أغطية", ProductCategory.Cups, 84, 380, 150, 90, 10),
        Boxed("STR-PAP", "Straws", "مصاصات", ProductCategory.Cups, 46, 150, 60, 40, 6),
        Bottle("SYR-VAN", "Vanilla Syrup", "سيرب فانيلا", 48, 240, 90, 60, 10),
        Bottle("SYR-CAR", "Caramel Syrup", "سيرب كراميل", 48, 230, 36, 60, 10),
        Bottle("SYR-HAZ", "Hazelnut Syrup", "سيرب بندق", 48, 160, 70, 40, 8),
        Bottle("SYR-ROS", "Rose Syrup", "سيرب ورد", 52, 28, 20, 30, 5),
        Bottle("SYR-CRD", "Cardamom Syrup", "سيرب هيل", 54, 75, 44, 30, 5),
        Bottle("SAU-CHO", "Chocolate Sauce", "صوص شوكولاتة", 62, 110, 52, 30, 6),
        Bottle("OAT-1L", "Oat Milk", "حليب شوفان", 16, 640, 280, 200, 24),
        Bottle("COC-1L", "Coconut Milk", "حليب جوز الهند", 17, 210, 75, 60, 12),
    ];

    public static IReadOnlyList<DemoSupplier> Suppliers { get; } =
    [
        new("Addis Coffee Exporters", "أديس لتصدير البن", "+251 11 555 0101", "sales@addis.example", "Addis Ababa", 35, "ETH-YIR ETH-GUJ"),
        new("Huila Growers", "مزارعي هويلا", "+57 8 555 0102", "export@huila.example", "Neiva", 45, "COL-HUI"),
        new("Santos Green Coffee", "سانتوس للبن الأخضر", "+55 13 5555 0103", "trade@santos.example", "Santos", 40, "BRA-SAN ESP-1KG FIL-HSE CLD-BRW"),
        new("Nairobi Coffee Trading", "نيروبي لتجارة البن", "+254 20 555 0104", "desk@nairobi.example", "Nairobi", 38, "KEN-AA"),
        new("Haraz Mountain Farms", "مزارع جبال حراز", "+967 1 555 105", "farms@haraz.example", "Sanaa", 28, "YEM-HAR ARB-SHQ"),
        new("Jazan Farmers Union", "اتحاد مزارعي جازان", "+966 17 555 0106", "union@jazan.example", "Jazan", 6, "SAU-KHO ARB-SHQ"),
        new("Chiapas Decaffeinated", "تشياباس للديكاف", "+52 961 555 0107", "hola@chiapas.example", "Tapachula", 42, "DEC-MEX"),
        new("Milano Machines", "ميلانو للمكائن", "+39 02 5555 0108", "ordini@milano.example", "Milan", 30, "MCH-PAV MCH-DUO MIL-EK GRD-01"),
        new("Shenzhen Brewware", "شنجن لأدوات القهوة", "+86 755 5555 0109", "brew@shenzhen.example", "Shenzhen", 32, "GRD-01 MIL-HND V60-02 KTL-GN JUG-600 TMP-58 SCL-01 MCH-BRW"),
        new("Gulf Packaging", "الخليج للتغليف", "+966 13 555 0110", "orders@gulfpack.example", "Dammam", 7, "CUP-08 LID-08 STR-PAP PAP-FLT"),
        new("Red Sea Ceramics", "خزف البحر الأحمر", "+966 12 555 0111", "shop@redsea.example", "Jeddah", 9, "CUP-CER CUP-GLS CUP-FNJ DLL-01"),
        new("Hijaz Sweet Syrups", "سيرب الحجاز", "+966 12 555 0112", "hello@hijazsyrup.example", "Jeddah", 5, "SYR-VAN SYR-CAR SYR-HAZ SYR-ROS SYR-CRD SAU-CHO"),
        new("Qassim Dairy Alternatives", "القصيم لبدائل الحليب", "+966 16 555 0113", "sales@qassimoat.example", "Buraidah", 4, "OAT-1L COC-1L CLN-TAB"),
    ];

    private static DemoProduct Coffee(string sku, string name, string arabic, decimal price, int riyadh, int jeddah, int reorder, int usual) =>
        new(sku, name, arabic, ProductCategory.Coffee, ProductUnit.Bag, price, riyadh, jeddah, reorder, usual);

    private static DemoProduct Thing(string sku, string name, string arabic, ProductCategory category, decimal price, int riyadh, int jeddah, int reorder, int usual) =>
        new(sku, name, arabic, category, ProductUnit.Piece, price, riyadh, jeddah, reorder, usual);

    private static DemoProduct Boxed(string sku, string name, string arabic, ProductCategory category, decimal price, int riyadh, int jeddah, int reorder, int usual) =>
        new(sku, name, arabic, category, ProductUnit.Box, price, riyadh, jeddah, reorder, usual);

    private static DemoProduct Bottle(string sku, string name, string arabic, decimal price, int riyadh, int jeddah, int reorder, int usual) =>
        new(sku, name, arabic, ProductCategory.Syrups, ProductUnit.Bottle, price, riyadh, jeddah, reorder, usual);
}
