using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Lexicons;

/// <summary>Finds the known words that a word may be a form of, the likeliest first, without allocating.</summary>
internal ref struct WordForms(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> words, Span<int> found)
{
    /// <summary>How many readings of one word are kept.</summary>
    public const int Most = 6;

    private const int LongestWord = 32;
    private static readonly string[] Articles = ["ال", "وال", "بال", "فال", "كال", "هال", "عال"];
    private static readonly string[] Datives = ["لل", "ولل"];
    private static readonly string[] Clitics = ["وب", "ول", "ب", "ل", "و", "ف", "ك", "ع"];
    private static readonly string[] Plurals = ["ات", "ين", "ون", "ان"];
    private static readonly string[] Pronouns = ["هم", "ها", "نا", "كم", "ي", "ك", "ه"];

    private readonly Span<int> found = found;

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    public void Find(string word)
    {
        Try(word);
        if (word.Length is < 4 or > LongestWord || !char.IsLetter(word[0])) return;
        if (Folding.IsArabic(word[0])) Arabic(word);
        else English(word);
    }

    private void English(ReadOnlySpan<char> word)
    {
        if (word[^1] == 's' && word[^2] != 's')
        {
            Try(word[..^1]);
            if (word.EndsWith("es")) Try(word[..^2]);
            if (word.EndsWith("ies")) TryEnding(word[..^3], 'y');
        }
        else if (word.EndsWith("ing"))
        {
            Verb(word[..^3]);
        }
        else if (word.EndsWith("ed"))
        {
            Try(word[..^1]);
            Verb(word[..^2]);
            if (word.EndsWith("ied")) TryEnding(word[..^3], 'y');
        }
    }

    private void Verb(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3) return;
        Try(stem);
        TryEnding(stem, 'e');
        if (stem[^1] == stem[^2]) Try(stem[..^1]);
    }

    private void Arabic(ReadOnlySpan<char> word)
    {
        foreach (var prefix in Articles)
        {
            if (!Starts(word, prefix, 2)) continue;
            if (prefix.Length > 2) Try(word[(prefix.Length - 2)..]);
            Base(word[prefix.Length..]);
            return;
        }

        Endings(word);
        foreach (var prefix in Datives)
        {
            if (!Starts(word, prefix, 2)) continue;
            TryDefinite(word[prefix.Length..]);
            Base(word[prefix.Length..]);
        }

        foreach (var prefix in Clitics)
            if (Starts(word, prefix, 3)) Base(word[prefix.Length..]);
    }

    private void Base(ReadOnlySpan<char> word)
    {
        Try(word);
        Endings(word);
    }

    private void Endings(ReadOnlySpan<char> word)
    {
        foreach (var ending in Plurals)
        {
            if (!Ends(word, ending)) continue;
            var stem = word[..^ending.Length];
            Try(stem);
            TryEnding(stem[^1] == 'ت' ? stem[..^1] : stem, 'ه');
        }

        foreach (var ending in Pronouns)
        {
            if (!Ends(word, ending)) continue;
            var stem = word[..^ending.Length];
            Try(stem);
            if (stem[^1] == 'ت') TryEnding(stem[..^1], 'ه');
        }
    }

    private static bool Starts(ReadOnlySpan<char> word, string prefix, int rest) =>
        word.Length >= prefix.Length + rest && word.StartsWith(prefix, StringComparison.Ordinal);

    private static bool Ends(ReadOnlySpan<char> word, string ending) =>
        word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal);

    private void TryEnding(ReadOnlySpan<char> stem, char ending)
    {
        Span<char> form = stackalloc char[LongestWord + 1];
        stem.CopyTo(form);
        form[stem.Length] = ending;
        Try(form[..(stem.Length + 1)]);
    }

    private void TryDefinite(ReadOnlySpan<char> rest)
    {
        Span<char> form = stackalloc char[LongestWord + 2];
        "ال".CopyTo(form);
        rest.CopyTo(form[2..]);
        Try(form[..(rest.Length + 2)]);
    }

    private void Try(scoped ReadOnlySpan<char> form)
    {
        if (Count < Most && words.TryGetValue(form, out var word) && !found[..Count].Contains(word)) found[Count++] = word;
    }
}
