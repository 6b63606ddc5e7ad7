namespace AgentOS.Knowledge.Analysis;

/// <summary>
/// The stem of an English word, by the English (Porter2) algorithm of the Snowball project: https://snowballstem.org/algorithms/english/stemmer.html.
/// There is no package for it that could be had.
/// </summary>
internal ref struct EnglishStem
{
    private readonly Span<char> word;
    private int length;
    private int first;
    private int second;

    private EnglishStem(Span<char> buffer, ReadOnlySpan<char> source)
    {
        word = buffer;
        source.CopyTo(buffer);
        length = source.Length;
    }

    /// <param name="word">A folded word of letters and apostrophes; others come back as they are.</param>
    public static string Of(string word)
    {
        if (word.Length <= 2) return word;
        foreach (var c in word)
            if (!char.IsAsciiLetterLower(c) && c != '\'') return word;
        if (EnglishSuffixes.Exceptions.TryGetValue(word, out var stem)) return stem;
        return new EnglishStem(stackalloc char[word.Length + 1], word.AsSpan().TrimStart('\'')).Stem();
    }

    private string Stem()
    {
        if (length == 0) return "";
        MarkConsonantY();
        FindRegions();
        WithoutPossessive();
        WithoutPlural();
        if (!EnglishSuffixes.Finished.Contains(new string(word[..length])))
        {
            WithoutPast();
            FinalY();
            Replace(EnglishSuffixes.Derivations);
            Replace(EnglishSuffixes.Adjectives);
            Drop();
            FinalE();
        }

        word[..length].Replace('Y', 'y');
        return new string(word[..length]);
    }

    private void MarkConsonantY()
    {
        for (var i = 0; i < length; i++)
            if (word[i] == 'y' && (i == 0 || IsVowel(i - 1))) word[i] = 'Y';
    }

    private void FindRegions()
    {
        first = -1;
        foreach (var prefix in EnglishSuffixes.Prefixes)
            if (word[..length].StartsWith(prefix, StringComparison.Ordinal)) first = prefix.Length;
        if (first < 0) first = Region(0);
        second = Region(first);
    }

    /// <summary>The end of the first consonant that follows a vowel.</summary>
    private readonly int Region(int from)
    {
        for (var i = from + 1; i < length; i++)
            if (!IsVowel(i) && IsVowel(i - 1)) return i + 1;
        return length;
    }

    private void WithoutPossessive()
    {
        if (Ends("'s'")) length -= 3;
        else if (Ends("'s")) length -= 2;
        else if (Ends("'")) length--;
    }

    private void WithoutPlural()
    {
        if (Ends("sses")) length -= 2;
        else if (Ends("ied") || Ends("ies")) length -= length > 4 ? 2 : 1;
        else if (Ends("s") && !Ends("us") && !Ends("ss") && HasVowel(length - 2)) length--;
    }

    private void WithoutPast()
    {
        if (Ends("eed") || Ends("eedly"))
        {
            var suffix = Ends("eed") ? 3 : 5;
            if (length - suffix >= first) length -= suffix - 2;
            return;
        }

        foreach (var suffix in EnglishSuffixes.Past)
        {
            if (!Ends(suffix)) continue;
            Past(suffix);
            return;
        }
    }

    private void Past(string suffix)
    {
        var rest = length - suffix.Length;
        if (suffix[0] == 'i' && rest >= 2 && word[rest - 1] == 'y' && rest == 2 && !IsVowel(0))
        {
            length = rest;
            word[1] = 'i';
            word[length++] = 'e';
            return;
        }

        if (!HasVowel(rest)) return;
        length = rest;
        if (Ends("at") || Ends("bl") || Ends("iz")) word[length++] = 'e';
        else if (EndsDouble() && !(length == 3 && word[0] is 'a' or 'e' or 'o')) length--;
        else if (length <= first && IsShort(length)) word[length++] = 'e';
    }

    private readonly void FinalY()
    {
        if (length > 2 && word[length - 1] is 'y' or 'Y' && !IsVowel(length - 2)) word[length - 1] = 'i';
    }

    private void Replace((string Suffix, string By, EnglishSuffixes.Condition Condition)[] suffixes)
    {
        foreach (var (suffix, by, condition) in suffixes)
        {
            if (!Ends(suffix)) continue;
            var rest = length - suffix.Length;
            var holds = condition switch
            {
                EnglishSuffixes.Condition.AfterL => rest >= 1 && word[rest - 1] == 'l',
                EnglishSuffixes.Condition.AfterLi => rest >= 1 && word[rest - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                EnglishSuffixes.Condition.InSecond => rest >= second,
                _ => true,
            };
            if (rest < first || !holds) return;
            by.CopyTo(word[rest..]);
            length = rest + by.Length;
            return;
        }
    }

    private void Drop()
    {
        foreach (var suffix in EnglishSuffixes.Dropped)
        {
            if (!Ends(suffix)) continue;
            var rest = length - suffix.Length;
            if (rest >= second && (suffix != "ion" || rest > 0 && word[rest - 1] is 's' or 't')) length = rest;
            return;
        }
    }

    private void FinalE()
    {
        if (Ends("e") && (length - 1 >= second || length - 1 >= first && !IsShort(length - 1))) length--;
        else if (Ends("ll") && length - 1 >= second) length--;
    }

    private readonly bool Ends(string suffix) => word[..length].EndsWith(suffix, StringComparison.Ordinal);

    private readonly bool EndsDouble() => length > 1 && word[length - 1] == word[length - 2] && word[length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    /// <summary>Whether the first letters end in a short syllable.</summary>
    private readonly bool IsShort(int letters)
    {
        if (letters == 2) return IsVowel(0) && !IsVowel(1);
        if (letters == 4 && word[..4] is "past") return true;
        return letters > 2 && !IsVowel(letters - 1) && word[letters - 1] is not ('w' or 'x' or 'Y') && IsVowel(letters - 2) && !IsVowel(letters - 3);
    }

    private readonly bool HasVowel(int letters)
    {
        for (var i = 0; i < letters; i++)
            if (IsVowel(i)) return true;
        return false;
    }

    private readonly bool IsVowel(int at) => word[at] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
