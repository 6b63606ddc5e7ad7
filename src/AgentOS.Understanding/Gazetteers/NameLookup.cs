using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>Finds, for each word of an utterance, the words of names that it may stand for.</summary>
internal static class NameLookup
{
    private const float Particle = 0.97f;
    private const float Joined = 0.96f;
    private const float Article = 0.99f;
    private const int LeastPart = 3;

    /// <summary>Fills the candidates of one word.</summary>
    public static void Of(NameVocabulary vocabulary, List<NameWord> words, int at, Func<string, bool> isCommon, List<uint> keys, ref WordCandidates found)
    {
        var word = words[at].Norm;
        (found.Prefix, found.Taken) = (0, 1);
        Variants(vocabulary, word, keys, ref found, isCommon(word));
        if (at + 1 < words.Count && words[at + 1].Start == words[at].End) Together(vocabulary, word, words[at + 1].Norm, ref found);
        if (found.Count == 0 && word.Length >= 2 * LeastPart && !isCommon(word)) Apart(vocabulary, word, ref found);
    }

    /// <summary>The word with and without its particles and article; a word of everyday language is taken only as it stands.</summary>
    private static void Variants(NameVocabulary vocabulary, scoped ReadOnlySpan<char> word, List<uint> keys, ref WordCandidates found, bool common)
    {
        Exact(vocabulary, word, ref found, 1);
        if (common) return;
        var arabic = Folding.IsArabic(word[0]);
        var prefix = arabic ? Particles(word) : (byte)0;
        var bare = NameVocabulary.Unarticled(word[prefix..]);
        if (prefix > 0 && word[prefix - 1] == 'ل' && word[..prefix].EndsWith("لل", StringComparison.Ordinal)) bare = word[prefix..];
        if (!bare.IsEmpty) Exact(vocabulary, bare, ref found, Article);
        if (prefix > 0)
        {
            found.Prefix = prefix;
            Exact(vocabulary, word[prefix..], ref found, Particle);
            if (!bare.IsEmpty) Exact(vocabulary, bare, ref found, Particle);
            found.Prefix = 0;
        }

        if (found.Count > 0)
        {
            Spelt(vocabulary, prefix > 0 && vocabulary.Find(word) < 0 ? word[prefix..] : word, bare, ref found);
            return;
        }

        Alike(vocabulary, word, keys, ref found, 1, arabic);
        if (!bare.IsEmpty && prefix == 0) Alike(vocabulary, bare, keys, ref found, Article, arabic);
        if (prefix == 0) return;
        found.Prefix = prefix;
        Alike(vocabulary, bare.IsEmpty ? word[prefix..] : bare, keys, ref found, Particle, arabic);
        found.Prefix = 0;
    }

    /// <summary>The word is there as it stands, but a name may write it otherwise: Ahmed and Ahmad, سارة and Sarah.</summary>
    private static void Spelt(NameVocabulary vocabulary, scoped ReadOnlySpan<char> word, scoped ReadOnlySpan<char> bare, ref WordCandidates found)
    {
        vocabulary.LikeSounding(bare.IsEmpty ? word : bare, ref found, Article);
    }

    private static void Exact(NameVocabulary vocabulary, scoped ReadOnlySpan<char> word, ref WordCandidates found, float score)
    {
        if (vocabulary.Find(word) is >= 0 and var id && !found.Has(id)) found.Add(id, score);
    }

    private static void Alike(NameVocabulary vocabulary, scoped ReadOnlySpan<char> word, List<uint> keys, ref WordCandidates found, float discount, bool arabic)
    {
        var before = found.Count;
        vocabulary.Near(word, keys, ref found, discount);
        var digits = NameVocabulary.HasDigit(word);
        if (digits && !arabic && IsArabizi(word)) vocabulary.Heard(word, ref found, discount, arabizi: true);
        vocabulary.Heard(word, ref found, discount);
        if (found.Count == before && !digits) vocabulary.Misheard(word, keys, ref found, discount);
    }

    /// <summary>Two words that the name writes as one: star bucks, v 60.</summary>
    private static void Together(NameVocabulary vocabulary, string word, string next, ref WordCandidates found)
    {
        if (word.Length + next.Length > 40) return;
        Span<char> joined = stackalloc char[40];
        word.CopyTo(joined);
        next.CopyTo(joined[word.Length..]);
        joined = joined[..(word.Length + next.Length)];
        (found.Prefix, found.Taken) = (0, 2);
        Exact(vocabulary, joined, ref found, Joined);
        if (NameVocabulary.HasDigit(joined) && Folding.IsArabic(word[0])) vocabulary.Heard(joined, ref found, Joined);
        found.Taken = 1;
    }

    /// <summary>One word that the name writes as two: coldbrew.</summary>
    private static void Apart(NameVocabulary vocabulary, scoped ReadOnlySpan<char> word, ref WordCandidates found)
    {
        for (var cut = LeastPart; cut <= word.Length - LeastPart; cut++)
            if (vocabulary.Find(word[..cut]) is >= 0 and var first && vocabulary.Find(word[cut..]) is >= 0 and var second) found.Add(first, Joined, second);
    }

    /// <summary>How many letters at its beginning are particles.</summary>
    private static byte Particles(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return 0;
        if (word.StartsWith("لل", StringComparison.Ordinal)) return 2;
        if (word.Length > 5 && word[0] is 'و' or 'ف' && word[1] is 'ب' or 'ل') return (byte)(word[1] == 'ل' && word[2] == 'ل' ? 3 : 2);
        return (byte)(word[0] is 'و' or 'ب' or 'ل' or 'ف' or 'ك' ? 1 : 0);
    }

    /// <summary>7amad, a7mad, but not v60.</summary>
    private static bool IsArabizi(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (char.IsAsciiDigit(word[i]) && (word[i] is '0' or '1' or '4' || i > 0 && char.IsAsciiDigit(word[i - 1]))) return false;
        return true;
    }
}
