using System.Numerics;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// What tells apart words of one skeleton: which vowel stands before each consonant, and which letter of its class each consonant is. Packed, so that a whole
/// row of words is compared in one sweep.
/// </summary>
internal readonly record struct SoundPattern(ulong Bits, int Weight)
{
    private const int Most = 12;
    private const ulong First = 0x1084210842108421UL;

    public static SoundPattern Of(ReadOnlySpan<byte> sound)
    {
        var (bits, vowel, consonants, vowels) = (0UL, 0UL, 0, 0);
        byte before = 0;
        foreach (var c in sound)
        {
            if (Sound.IsVowel(c))
            {
                vowels++;
                if (vowel == 0) vowel = c switch { (byte)'a' => 1UL, (byte)'i' => 2UL, _ => 3UL };
                continue;
            }

            if (Sound.Class(c) == before) continue;
            before = Sound.Class(c);
            if (consonants < Most) bits |= (vowel | (Variant(c) << 2)) << (consonants * 5);
            consonants++;
            vowel = 0;
        }

        return new SoundPattern(bits | (vowel << 60), (consonants * 20) + (vowels * 6));
    }

    /// <summary>How alike two words of one skeleton are, as <see cref="Likeness.OfSounds"/> has it.</summary>
    public float Alike(in SoundPattern other)
    {
        var apart = Bits ^ other.Bits;
        var vowels = BitOperations.PopCount((apart | (apart >> 1)) & First);
        var letters = BitOperations.PopCount(((apart >> 2) | (apart >> 3) | (apart >> 4)) & (First >> 5));
        return 1 - (((vowels * 3) + (letters * 4)) / (float)Math.Max(Weight, other.Weight));
    }

    private static ulong Variant(byte c) => (char)c switch { 'D' or 'Z' or 'P' or 'V' or 'G' => 1, 'J' => 2, 'Q' => 3, _ => 0 };
}
