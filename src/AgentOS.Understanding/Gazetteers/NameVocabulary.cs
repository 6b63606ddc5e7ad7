using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>The words of all names, found by their letters, nearly so, or by their sound.</summary>
internal sealed class NameVocabulary
{
    private const int ShortestArticled = 4;
    private const int MostCompared = 48;
    private readonly Dictionary<string, int> ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> words;
    private KeyTable letters = KeyTable.Build([]);
    private KeyTable sounds = KeyTable.Build([]);

    public NameVocabulary(int capacity)
    {
        ids = new Dictionary<string, int>(capacity);
        bySpan = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        words = new List<string>(capacity);
    }

    public int Count => words.Count;

    public long KeyBytes => letters.Bytes + sounds.Bytes;

    public string this[int word] => words[word];

    public int Add(ReadOnlySpan<char> word)
    {
        if (bySpan.TryGetValue(word, out var id)) return id;
        id = words.Count;
        words.Add(word.ToString());
        ids.Add(words[id], id);
        return id;
    }

    public int Find(ReadOnlySpan<char> word) => bySpan.TryGetValue(word, out var id) ? id : -1;

    /// <summary>Makes the words findable by more than their letters. No word is added later.</summary>
    public void Complete()
    {
        var (near, heard) = (new List<(uint, int)>(words.Count * 8), new List<(uint, int)>(words.Count * 5));
        var keys = new List<uint>(64);
        Span<char> sound = stackalloc char[Sound.Longest];
        Span<char> skeleton = stackalloc char[Sound.Longest];
        for (var id = 0; id < words.Count; id++)
        {
            var word = words[id];
            keys.Clear();
            if (word.Length >= WordKeys.ShortestToSlip && !HasDigit(word)) WordKeys.OfLetters(word, keys);
            foreach (var key in keys) near.Add((key, id));
            keys.Clear();
            AddSounds(word, sound, skeleton, keys);
            if (Sound.IsLisped(word)) AddSounds(word, sound, skeleton, keys, lisped: true);
            if (Unarticled(word) is { Length: > 0 } bare) AddSounds(bare, sound, skeleton, keys);
            foreach (var key in keys) heard.Add((key, id));
        }

        letters = KeyTable.Build(near);
        sounds = KeyTable.Build(heard);
    }

    /// <summary>Words with at most one slip of the finger.</summary>
    public void Near(scoped ReadOnlySpan<char> word, List<uint> keys, ref WordCandidates found, float discount)
    {
        if (word.Length < WordKeys.ShortestToSlip || HasDigit(word)) return;
        keys.Clear();
        WordKeys.OfLetters(word, keys);
        foreach (var key in keys)
        {
            var (from, to) = letters.Row(key);
            for (var at = from; at < to; at++)
            {
                if (letters.At(at, key) is not (>= 0 and var id) || found.Has(id)) continue;
                var most = Math.Min(word.Length, words[id].Length) >= 8 ? 2 : 1;
                if (Likeness.Slips(word, words[id], most) is var slips && slips <= most) found.Add(id, (1 - (slips * (0.75f / Math.Max(word.Length, words[id].Length))) - (slips > 0 ? 0.02f : 0)) * discount);
            }
        }
    }

    /// <summary>Words that sound alike; with <paramref name="slips"/>, also those that lack a consonant or have one too many.</summary>
    public void Heard(scoped ReadOnlySpan<char> word, List<uint> keys, ref WordCandidates found, float discount, bool slips, bool arabizi)
    {
        Span<char> sound = stackalloc char[Sound.Longest];
        Span<char> skeleton = stackalloc char[Sound.Longest];
        var heard = sound[..Sound.Of(word, sound, arabizi)];
        var bones = skeleton[..Sound.Skeleton(heard, skeleton)];
        if (bones.Length < 2) return;
        keys.Clear();
        keys.Add(WordKeys.OfSkeleton(bones));
        if (slips) WordKeys.OfSlips(bones, keys);
        if (Sound.IsLisped(word)) keys.Add(WordKeys.OfSkeleton(skeleton[..Sound.Skeleton(sound[..Sound.Of(word, sound, arabizi, lisped: true)], skeleton)]));
        var least = bones.Length == 2 ? 0.85f : slips ? 0.72f : 0.7f;
        Compare(heard, least, keys, ref found, discount);
    }

    /// <summary>Keeps those of the words with these keys that do sound alike; of very many, the first are enough.</summary>
    private void Compare(scoped ReadOnlySpan<char> heard, float least, List<uint> keys, ref WordCandidates found, float discount)
    {
        Span<char> other = stackalloc char[Sound.Longest];
        var left = MostCompared;
        foreach (var key in keys)
        {
            var (from, to) = sounds.Row(key);
            for (var at = from; at < to; at++)
            {
                if (sounds.At(at, key) is not (>= 0 and var id) || found.Has(id)) continue;
                if (--left < 0) return;
                var candidate = words[id];
                if (HasDigit(candidate) && !SameDigits(heard, candidate)) continue;
                var alike = Likeness.OfSounds(heard, other[..Sound.Of(candidate, other)]);
                if (alike < least && Unarticled(candidate) is { Length: > 0 } bare) alike = Likeness.OfSounds(heard, other[..Sound.Of(bare, other)]);
                if (alike >= least) found.Add(id, alike * 0.97f * discount);
            }
        }
    }

    public static bool HasDigit(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>A Latin word without the article written onto it: Alnakheel; empty when it has none.</summary>
    public static ReadOnlySpan<char> Unarticled(ReadOnlySpan<char> word)
    {
        if (word.Length >= ShortestArticled + 2 && word[0] is 'a' or 'e' && word[1] == 'l') return word[2..];
        return word.Length >= 5 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : default;
    }

    private static void AddSounds(ReadOnlySpan<char> word, Span<char> sound, Span<char> skeleton, List<uint> keys, bool lisped = false)
    {
        var heard = sound[..Sound.Of(word, sound, lisped: lisped)];
        var bones = skeleton[..Sound.Skeleton(heard, skeleton)];
        if (bones.Length < 2) return;
        keys.Add(WordKeys.OfSkeleton(bones));
        if (!HasDigit(word)) WordKeys.OfSlips(bones, keys);
    }

    private static bool SameDigits(ReadOnlySpan<char> sound, ReadOnlySpan<char> word)
    {
        var at = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c)) continue;
            while (at < sound.Length && !char.IsAsciiDigit(sound[at])) at++;
            if (at == sound.Length || sound[at++] != c) return false;
        }

        return sound[at..].IndexOfAnyInRange('0', '9') < 0;
    }
}
