namespace AgentOS;

/// <summary>The product's languages.</summary>
public static class Language
{
    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Arabic, as spoken in the Gulf where it is colloquial.</summary>
    public const string Arabic = "ar";

    /// <summary>The language a text is written in: Arabic when at least as many of its letters are Arabic as Latin.</summary>
    public static string Of(ReadOnlySpan<char> text, string otherwise = English)
    {
        int arabic = 0, latin = 0;
        foreach (var c in text)
        {
            if (c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC')
            {
                if (char.IsLetter(c)) arabic++;
            }
            else if (char.IsAsciiLetter(c))
            {
                latin++;
            }
        }

        return arabic + latin == 0 ? otherwise : arabic >= latin ? Arabic : English;
    }
}
