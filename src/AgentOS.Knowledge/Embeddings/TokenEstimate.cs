using System.Text;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>
/// About how many tokens a text has, rather too many than too few: one for three bytes of UTF-8. English has about four bytes to a token, Arabic, of two bytes a letter,
/// about three.
/// </summary>
internal static class TokenEstimate
{
    private const int Bytes = 3;

    public static int Of(string text) => (Encoding.UTF8.GetByteCount(text) / Bytes) + 1;

    /// <summary>The beginning of a text that has at most so many tokens.</summary>
    public static string Cut(string text, int tokens)
    {
        if (Of(text) <= tokens) return text;
        var (bytes, end) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > (tokens - 1) * Bytes) break;
            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }
}
