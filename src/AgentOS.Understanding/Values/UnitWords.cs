namespace AgentOS.Understanding.Values;

/// <summary>Units that goods are counted and weighed in, folded, each with the word or sign it is given as.</summary>
internal static class UnitWords
{
    public static readonly Dictionary<string, string> Units = WordTable.Groups(
        "kg kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes كيلو كيلوات كيلوغرام كيلوجرام كيلوقرام كجم كغم كغ كلغ",
        "g g gm gms gr gram grams gramme grammes غرام جرام قرام غرامات جرامات قرامات جم غم",
        "mg mg milligram milligrams مليغرام ملجم",
        "t ton tons tonne tonnes طن اطنان",
        "lb lb lbs pound pounds رطل ارطال باوند",
        "oz oz ounce ounces اونصه اوقيه",
        "l l lt litre litres liter liters ltr لتر ليتر لترات ليترات",
        "ml ml millilitre millilitres milliliter milliliters مل ملي ملل مليلتر",
        "gallon gal gallon gallons جالون غالون قالون جوالين",
        "m metre metres meter meters متر امتار",
        "cm cm centimetre centimetres centimeter centimeters سم سنتيمتر سانتي",
        "mm mm millimetre millimetres millimeter millimeters ملم",
        "km km kilometre kilometres kilometer kilometers كيلومتر",
        "carton carton cartons ctn ctns كرتون كرتونه كراتين كراتن كرتونات",
        "box box boxes صندوق صناديق بوكس بوكسات",
        "case case cases",
        "crate crate crates",
        "can can cans tin tins",
        "packet packet packets باكيت باكيتات بكت",
        "pack pack packs شده شدات",
        "bag bag bags كيس اكياس كياس",
        "sack sack sacks شوال شوالات اشوله خيشه خيش",
        "bottle bottle bottles قاروره قوارير زجاجه زجاجات قزازه بطل",
        "jar jar jars مرطبان برطمان",
        "tub tub tubs علبه علب علبات",
        "cup cup cups كوب اكواب كاسه كاسات فنجان فناجين",
        "piece piece pieces pc pcs pce حبه حبات قطعه قطع",
        "unit unit units وحدات",
        "roll roll rolls رول رولات لفه لفات",
        "pallet pallet pallets طبليه طبليات بالته بالتات",
        "set set sets طقم اطقم",
        "pair pair pairs زوج ازواج",
        "bundle bundle bundles ربطه ربطات حزمه حزم",
        "tray tray trays صينيه صواني طبق اطباق",
        "barrel barrel barrels برميل براميل",
        "drum drum drums",
        "truckload truckload truckloads شاحنه شاحنات",
        "container container containers حاويه حاويات");

    /// <summary>Two of a unit in one Arabic word.</summary>
    public static readonly Dictionary<string, string> Duals = WordTable.Groups(
        "kg كيلوين", "g غرامين جرامين", "t طنين", "l لترين ليترين", "gallon جالونين", "m مترين", "carton كرتونين كرتونتين", "box صندوقين بوكسين", "packet باكيتين", "bag كيسين", "sack شوالين", "bottle قارورتين زجاجتين", "tub علبتين",
        "cup كوبين كاستين فنجانين", "piece حبتين قطعتين", "unit وحدتين", "roll رولين لفتين", "pallet طبليتين", "set طقمين", "bundle ربطتين حزمتين", "tray صينيتين طبقين", "barrel برميلين", "container حاويتين", "truckload شاحنتين");

    /// <summary>Signs that are units only directly after digits.</summary>
    public static readonly HashSet<string> Short = ["g", "l", "lt", "gr", "مل", "سم", "غم", "جم"];

    /// <summary>English words that are units only after a number, never after "a".</summary>
    public static readonly HashSet<string> NeverSingle = ["can", "case", "set", "unit", "pair", "tin", "pound", "container", "piece", "kg", "cm", "mm", "km", "ml", "mg", "pc", "pack"];
}
