namespace AgentOS.Understanding.Values;

/// <summary>How currencies are said and written, as ISO 4217 codes; without a code, the tenant's own is meant.</summary>
internal static class Currencies
{
    /// <summary>Signs and codes, which stand before the sum or after it.</summary>
    public static readonly Dictionary<string, string> Signs = WordTable.Groups(
        "SAR sar sr ﷼ \u20C1 رس", "USD $ usd", "EUR € eur", "GBP £ gbp", "AED aed dhs", "KWD kwd kd", "BHD bhd", "QAR qar", "OMR omr", "EGP egp", "JOD jod", "INR inr ₹", "CNY cny rmb", "JPY jpy ¥", "TRY ₺");

    /// <summary>Words, which stand after it.</summary>
    public static readonly Dictionary<string, string> Words = WordTable.Groups(
        "SAR riyal riyals rial rials ريال ريالات ريالا", "USD dollar dollars bucks دولار دولارات دولارا", "EUR euro euros يورو", "AED dirham dirhams درهم دراهم", "INR rupee rupees روبيه روبيات", "TRY lira ليره ليرات", "JPY yen ين", "CNY yuan يوان",
        "EGP جنيه جنيهات", "GBP sterling", "- dinar dinars دينار دنانير");

    /// <summary>Two of them in one Arabic word.</summary>
    public static readonly Dictionary<string, string> Duals = WordTable.Groups("SAR ريالين", "USD دولارين", "AED درهمين", "EGP جنيهين", "- دينارين");

    /// <summary>Hundredths.</summary>
    public static readonly Dictionary<string, string> Hundredths = WordTable.Groups("SAR halala halalas هلله هللات هلالات هللا", "USD cent cents سنت سنتات", "EUR eurocent eurocents", "GBP pence");

    /// <summary>Whose: before the currency in English, after it in Arabic.</summary>
    private static readonly Dictionary<string, string> Lands = WordTable.Groups(
        "SA saudi سعودي سعوديه", "QA qatari قطري", "OM omani عماني", "YE yemeni يمني", "US us american امريكي", "CA canadian كندي", "AU australian استرالي", "AE emirati uae اماراتي", "MA moroccan مغربي", "KW kuwaiti كويتي", "BH bahraini بحريني", "JO jordanian اردني", "IQ iraqi عراقي", "TN tunisian تونسي",
        "GB british استرليني", "EG egyptian مصري مصريه", "IN indian هندي هنديه", "TR turkish تركي تركيه");

    private static readonly HashSet<string> Codes = ["SAR", "QAR", "OMR", "YER", "USD", "CAD", "AUD", "AED", "MAD", "KWD", "BHD", "JOD", "IQD", "TND", "GBP", "EGP", "INR", "TRY"];

    private static readonly Dictionary<(string Land, string Plain), string> Named = new()
    {
        [("SA", "SAR")] = "SAR",
        [("QA", "SAR")] = "QAR",
        [("OM", "SAR")] = "OMR",
        [("YE", "SAR")] = "YER",
        [("US", "USD")] = "USD",
        [("CA", "USD")] = "CAD",
        [("AU", "USD")] = "AUD",
        [("AE", "AED")] = "AED",
        [("MA", "AED")] = "MAD",
        [("KW", "-")] = "KWD",
        [("BH", "-")] = "BHD",
        [("JO", "-")] = "JOD",
        [("IQ", "-")] = "IQD",
        [("TN", "-")] = "TND",
        [("GB", "EGP")] = "GBP",
        [("EG", "EGP")] = "EGP",
        [("IN", "INR")] = "INR",
        [("TR", "TRY")] = "TRY",
    };

    /// <summary>A currency after a sum: "saudi riyals", "ريال قطري", "ر.س"; <c>-</c> for a dinar of no country.</summary>
    public static bool Read(ref Cursor reader, out string code)
    {
        code = "";
        var at = reader.At;
        if (Dotted(ref reader, out code)) return true;
        var land = reader.Take(Lands, out var before) ? before : null;
        if (land == "GB" && (reader.Take("pounds") || reader.Take("pound"))) code = "GBP";
        else if (land == "EG" && (reader.Take("pounds") || reader.Take("pound"))) code = "EGP";
        else if (land is null && (reader.Take("pounds", "sterling") || reader.Take("pound", "sterling"))) code = "GBP";
        else if (land is null && reader.Take(Signs, out code)) return true;
        else if (reader.Take(Words, out code)) code = Of(ref reader, land, code);
        else return !reader.Return(at);
        return Codes.Contains(code) || land is null || !reader.Return(at);
    }

    public static string Of(ref Cursor reader, string? land, string plain)
    {
        if (land is null && reader.Take(Lands, out var after)) land = after;
        return land is not null && Named.TryGetValue((land, plain), out var named) ? named : plain;
    }

    /// <summary>ر.س · ر.ق · ر.ع · د.إ · د.ك · د.ب.</summary>
    public static bool Dotted(ref Cursor reader, out string code)
    {
        code = "";
        if (reader.Word is not ("ر" or "د") || reader.Peek(1) != ".") return false;
        code = (reader.Word + reader.Peek(2)) switch { "رس" => "SAR", "رق" => "QAR", "رع" => "OMR", "دا" => "AED", "دك" => "KWD", "دب" => "BHD", _ => "" };
        if (code.Length == 0) return false;
        reader.Skip(3);
        return true;
    }
}
