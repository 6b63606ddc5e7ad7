using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads amounts with a currency: SAR 5,000 · 20k riyals · $300 · خمسين ألف ريال.</summary>
internal static class MoneyReader
{
    private static readonly Dictionary<string, string> Currencies = new()
    {
        ["sar"] = "SAR",
        ["sr"] = "SAR",
        ["riyal"] = "SAR",
        ["riyals"] = "SAR",
        ["rial"] = "SAR",
        ["ريال"] = "SAR",
        ["ريالات"] = "SAR",
        ["رس"] = "SAR",
        ["﷼"] = "SAR",
        ["ريالا"] = "SAR",
        ["ر"] = "SAR",
        ["$"] = "USD",
        ["usd"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["دولار"] = "USD",
        ["دولارات"] = "USD",
        ["€"] = "EUR",
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["يورو"] = "EUR",
        ["£"] = "GBP",
        ["gbp"] = "GBP",
        ["aed"] = "AED",
        ["dirham"] = "AED",
        ["dirhams"] = "AED",
        ["درهم"] = "AED",
        ["kwd"] = "KWD",
        ["bhd"] = "BHD",
        ["qar"] = "QAR",
        ["omr"] = "OMR",
    };

    public static int Read(IReadOnlyList<Token> tokens, int start, out Amount? amount)
    {
        amount = null;
        string? currency = null;
        var at = start;
        if (Currencies.TryGetValue(tokens[at].Norm, out var before) && tokens[at].Norm != "ر")
        {
            currency = before;
            at++;
        }

        if (at >= tokens.Count || NumberReader.Read(tokens, at, out var value) is not (> 0 and var taken)) return 0;
        at += taken;
        if (currency is null && at < tokens.Count)
        {
            if (tokens[at].Norm == "saudi" && at + 1 < tokens.Count) at++;
            if (!Currencies.TryGetValue(tokens[at].Norm, out currency)) return 0;
            var dotted = tokens[at].Norm == "ر";
            if (dotted && !(at + 2 < tokens.Count && tokens[at + 1].IsMark('.') && tokens[at + 2].Norm == "س")) return 0;
            at += dotted ? 3 : 1;
            if (at < tokens.Count && tokens[at].Norm is "سعودي") at++;
        }

        if (currency is null) return 0;
        amount = new Amount(value, currency);
        return at - start;
    }
}
