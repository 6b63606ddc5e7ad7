using System.Text;

namespace AgentOS.Knowledge.Documents.Text;

/// <summary>Tells in which encoding a text is written, and decodes it: Unicode in its forms, else Windows' Arabic or Western letters.</summary>
internal static class TextDecoding
{
    private const double MostlyArabic = 0.8;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="UnreadableDocumentException">It is no text in any of these encodings.</exception>
    public static string Decode(byte[] bytes)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UTF32Encoding(false, true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])
            if (encoding.Preamble.Length > 0 && bytes.AsSpan().StartsWith(encoding.Preamble)) return Checked(encoding.GetString(bytes, encoding.Preamble.Length, bytes.Length - encoding.Preamble.Length));
        if (Wide(bytes) is { } wide) return Checked(wide.GetString(bytes));
        try
        {
            return Checked(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Checked(OneByte(bytes));
        }
    }

    /// <summary>Two bytes a letter without a mark show by zeros on one side alone.</summary>
    private static UnicodeEncoding? Wide(byte[] bytes)
    {
        var pairs = Math.Min(bytes.Length, 4096) / 2;
        if (pairs < 2) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < pairs * 2; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] is 0) odd++;
        }

        if (even == 0 && odd * 10 > pairs) return new UnicodeEncoding(false, false, true);
        return odd == 0 && even * 10 > pairs ? new UnicodeEncoding(true, false, true) : null;
    }

    private static string OneByte(byte[] bytes)
    {
        var arabic = CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetString(bytes);
        int high = 0, letters = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0xC0) continue;
            high++;
            if (arabic[i] is >= '\u0620' and <= '\u064A') letters++;
        }

        if (high == 0) throw Undecidable();
        return letters >= high * MostlyArabic && Neighbours(arabic) ? arabic : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
    }

    /// <summary>Arabic words consist of Arabic letters; Western ones have one such letter among others.</summary>
    private static bool Neighbours(string text)
    {
        int together = 0, mixed = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var (before, now) = (text[i - 1] > 0x061F, text[i] > 0x061F);
            if (before && now) together++;
            else if ((before && char.IsAsciiLetter(text[i])) || (now && char.IsAsciiLetter(text[i - 1]))) mixed++;
        }

        return together > mixed;
    }

    private static string Checked(string text)
    {
        foreach (var c in text)
            if (c is '\0' or '\ufffd' or (< ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001a'))) throw Undecidable();
        return text;
    }

    private static UnreadableDocumentException Undecidable() =>
        new("encoding", "It is no text that can be read: neither UTF-8, UTF-16, Windows-1256 nor Windows-1252. Save it as UTF-8 and add it again.");
}
