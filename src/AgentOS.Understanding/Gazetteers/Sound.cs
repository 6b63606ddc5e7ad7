using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// How a word of either script sounds: consonants in classes that survive a journey between the scripts, and vowels. Contoso and كونتوسو sound alike, and so
/// do Nakheel, nakhil and نخيل; digits of Arabizi (7amad) are letters.
/// </summary>
internal static class Sound
{
    public const int Longest = 48;

    /// <summary>Writes the word's sound and returns its length. Consonants are upper case in the letter that is heard, vowels <c>a i o</c>, digits themselves.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<byte> sound, bool arabizi = false, bool lisped = false)
    {
        var length = 0;
        for (var i = 0; i < word.Length && length < Longest - 2; i++)
        {
            var heard = Folding.IsArabic(word[i]) ? Arabic(word, i) : Latin(word, ref i, arabizi);
            if (lisped && word[i] is 'ذ' or 'ظ' or 'ث') heard = word[i] == 'ث' ? 'S' : 'Z';
            if (heard == '\0') continue;
            if (heard == 'X')
            {
                if (length == 0 || sound[length - 1] != 'K') sound[length++] = (byte)'K';
                heard = 'S';
            }

            if (length == 0 || sound[length - 1] != heard) sound[length++] = (byte)heard;
        }

        return length;
    }

    /// <summary>The sound's consonants in their wide classes; what two spellings of one name share.</summary>
    public static int Skeleton(ReadOnlySpan<byte> sound, Span<byte> skeleton)
    {
        var length = 0;
        foreach (var c in sound)
        {
            if (IsVowel(c)) continue;
            var wide = Class(c);
            if (length == 0 || skeleton[length - 1] != wide) skeleton[length++] = wide;
        }

        return length;
    }

    /// <summary>Whether the word has letters that some say as T or D and others as S or Z: ذ ظ ث.</summary>
    public static bool IsLisped(ReadOnlySpan<char> word) => word.IndexOfAny('ذ', 'ظ', 'ث') >= 0;

    public static bool IsVowel(byte c) => c >= 'a';

    /// <summary>Sounds that the scripts and the dialects exchange: ق k g, ج j g, ث t s, ض d.</summary>
    public static byte Class(byte c) => Classes[c];

    private static readonly byte[] Classes = [.. Enumerable.Range(0, 128).Select(c => (byte)(c switch { 'D' => 'T', 'Z' => 'S', 'G' or 'J' or 'Q' => 'K', 'P' => 'B', 'V' => 'F', _ => c }))];

    private static char Arabic(ReadOnlySpan<char> word, int i) => word[i] switch
    {
        'ا' => 'a',
        'ي' => 'i',
        'و' => 'o',
        'ه' => i == word.Length - 1 ? 'a' : 'H',
        'ب' => 'B',
        'پ' => 'P',
        'ت' or 'ث' or 'ط' => 'T',
        'د' or 'ذ' or 'ض' or 'ظ' => 'D',
        'س' or 'ص' => 'S',
        'ز' => 'Z',
        'ش' or 'چ' => 'C',
        'ج' => 'J',
        'ح' or 'خ' => 'H',
        'ر' => 'R',
        'غ' => 'G',
        'ق' => 'Q',
        'ك' => 'K',
        'ف' => 'F',
        'ڤ' => 'V',
        'ل' => 'L',
        'م' => 'M',
        'ن' => 'N',
        'ع' or 'ء' => '\0',
        var other => char.IsAsciiDigit(other) ? other : '\0',
    };

    private static char Latin(ReadOnlySpan<char> word, ref int i, bool arabizi)
    {
        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        switch (word[i])
        {
            case 't' when next == 'c' && i + 2 < word.Length && word[i + 2] == 'h':
                i += 2;
                return 'C';
            case 's' or 'c' when next == 'h':
                i++;
                return 'C';
            case 'k' when next == 'h':
                i++;
                return 'H';
            case 'g' when next == 'h':
                i++;
                return 'G';
            case 't' when next == 'h':
                i++;
                return 'T';
            case 'd' when next == 'h':
                i++;
                return 'D';
            case 'p' when next == 'h':
                i++;
                return 'F';
            case 'c': return next is 'e' or 'i' or 'y' ? 'S' : 'K';
            case 'a': return 'a';
            case 'e': return next == 'e' ? 'i' : i == word.Length - 1 && i > 2 ? '\0' : 'i';
            case 'i' or 'y': return 'i';
            case 'o' or 'u' or 'w': return 'o';
            case 'h': return i == word.Length - 1 ? '\0' : 'H';
            case 'x': return 'X';
            case >= 'a' and <= 'z' and var letter: return char.ToUpperInvariant(letter);
            case var digit when arabizi && char.IsAsciiDigit(digit): return digit switch { '7' or '5' => 'H', '6' => 'T', '9' => 'S', '8' => 'Q', _ => '\0' };
            case var digit when char.IsAsciiDigit(digit): return digit;
            default: return '\0';
        }
    }
}
