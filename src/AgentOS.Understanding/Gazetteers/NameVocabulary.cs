using System.Runtime.InteropServices;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>The words of all names, found by their letters, nearly so, or by their sound.</summary>
internal sealed class NameVocabulary
{
    private const int ShortestArticled = 4;
    private const int MostCompared = 6;
    private const int MostSwept = 64;
    private const float LeastMisheard = 0.72f;
    private const float OtherScript = 0.93f;
    private readonly Dictionary<string, int> ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> words;
    private KeyTable letters = KeyTable.Build([]);
    private KeyTable skeletons = KeyTable.Build([]);
    private KeyTable slips = KeyTable.Build([]);
    private SoundPattern[] patterns = [];

    /// <summary>Where each word's sound and letters begin; they end where the next one's begin.</summary>
    private (int Sound, int Letter)[] from = [default];
    private byte[] heardAs = [];
    private char[] written = [];

    /// <summary>For each word, once it was asked for, the others that sound like it; nothing but what follows from the words, so that it matters not who puts it there.</summary>
    private WordCandidate[]?[] likeSounding = [];
    private uint touched;

    public NameVocabulary(int capacity)
    {
        ids = new Dictionary<string, int>(capacity);
        bySpan = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        words = new List<string>(capacity);
    }

    public int Count => words.Count;

    public long KeyBytes => letters.Bytes + skeletons.Bytes + slips.Bytes + heardAs.Length + (2L * written.Length) + (8L * from.Length) + (12L * patterns.Length);

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
        var (near, same, lacking) = (new List<(uint, int)>(words.Count * 8), new List<(uint, int)>(words.Count + 16), new List<(uint, int)>(words.Count * 5));
        var (said, shapes, keys) = (new List<byte>(words.Count * 8), new List<SoundPattern>(words.Count + 16), new List<uint>(64));
        Span<byte> sound = stackalloc byte[Sound.Longest];
        Span<byte> skeleton = stackalloc byte[Sound.Longest];
        from = new (int, int)[words.Count + 1];
        for (var id = 0; id < words.Count; id++)
        {
            var word = words[id];
            said.AddRange(sound[..Sound.Of(word, sound)]);
            from[id + 1] = (said.Count, from[id].Letter + word.Length);
            keys.Clear();
            if (word.Length >= WordKeys.ShortestToSlip && !HasDigit(word)) WordKeys.OfLetters(word, keys);
            foreach (var key in keys) near.Add((key, id));
            Complete(id, word, sound, skeleton);
            if (Sound.IsLisped(word)) Complete(id, word, sound, skeleton, lisped: true);
            if (Unarticled(word) is { Length: > 0 } bare) Complete(id, bare, sound, skeleton);
        }

        (heardAs, written) = ([.. said], string.Concat(words).ToCharArray());
        likeSounding = new WordCandidate[]?[words.Count];
        letters = KeyTable.Build(near);
        slips = KeyTable.Build(lacking);
        skeletons = KeyTable.Build(same, keepPlaces: true);
        patterns = new SoundPattern[shapes.Count];
        for (var i = 0; i < patterns.Length; i++) patterns[skeletons.Places[i]] = shapes[i];

        void Complete(int id, ReadOnlySpan<char> word, Span<byte> sound, Span<byte> skeleton, bool lisped = false)
        {
            var heard = sound[..Sound.Of(word, sound, lisped: lisped)];
            var bones = skeleton[..Sound.Skeleton(heard, skeleton)];
            if (bones.Length < 2) return;
            same.Add((WordKeys.OfSkeleton(bones), id));
            shapes.Add(SoundPattern.Of(heard));
            keys.Clear();
            if (!HasDigit(word)) WordKeys.OfSlips(bones, keys);
            foreach (var key in keys) lacking.Add((key, id));
        }
    }

    /// <summary>Words with at most one slip of the finger.</summary>
    public void Near(scoped ReadOnlySpan<char> word, List<uint> keys, ref WordCandidates found, float discount)
    {
        if (word.Length < WordKeys.ShortestToSlip || HasDigit(word)) return;
        keys.Clear();
        WordKeys.OfLetters(word, keys);
        var left = MostCompared;
        Span<(int From, int To)> rows = stackalloc (int, int)[keys.Count];
        touched = letters.Rows(CollectionsMarshal.AsSpan(keys), rows);
        for (var i = 0; i < rows.Length; i++)
        {
            for (var at = rows[i].From; at < rows[i].To; at++)
            {
                if (letters.At(at, keys[i]) is not (>= 0 and var id) || found.Has(id)) continue;
                if (--left < 0) return;
                var name = Letters(id);
                var most = Math.Min(word.Length, name.Length) >= 8 ? 2 : 1;
                if (Likeness.Slips(word, name, most) is var slips && slips <= most) found.Add(id, (1 - (slips * (0.75f / Math.Max(word.Length, name.Length))) - (slips > 0 ? 0.02f : 0)) * discount);
            }
        }
    }

    /// <summary>Words that sound alike: the same consonants, nearly the same vowels.</summary>
    public void Heard(scoped ReadOnlySpan<char> word, ref WordCandidates found, float discount, bool arabizi = false)
    {
        Span<byte> sound = stackalloc byte[Sound.Longest];
        Span<byte> skeleton = stackalloc byte[Sound.Longest];
        for (var lisped = false; ; lisped = true)
        {
            var heard = sound[..Sound.Of(word, sound, arabizi, lisped)];
            var bones = skeleton[..Sound.Skeleton(heard, skeleton)];
            if (bones.Length >= 2) Sweep(word, heard, WordKeys.OfSkeleton(bones), bones.Length == 2 ? 0.85f : 0.7f, ref found, discount, arabizi);
            if (lisped || !Sound.IsLisped(word)) return;
        }
    }

    /// <summary>The words that sound like one that is there itself: Ahmed and Ahmad.</summary>
    public void LikeSounding(scoped ReadOnlySpan<char> word, ref WordCandidates found, float discount)
    {
        var id = Find(word);
        if (id < 0)
        {
            Heard(word, ref found, discount);
            return;
        }

        if (likeSounding[id] is not { } alike)
        {
            Span<WordCandidate> kept = stackalloc WordCandidate[WordCandidates.Most];
            var others = new WordCandidates(kept);
            others.Add(id, 2);
            Heard(word, ref others, 1);
            likeSounding[id] = alike = [.. kept[1..others.Count]];
        }

        foreach (var other in alike)
            if (!found.Has(other.Word)) found.Add(other.Word, other.Score * discount);
    }

    /// <summary>Words that sound nearly alike but lack a consonant or have one too many.</summary>
    public void Misheard(scoped ReadOnlySpan<char> word, List<uint> keys, ref WordCandidates found, float discount)
    {
        Span<byte> sound = stackalloc byte[Sound.Longest];
        Span<byte> skeleton = stackalloc byte[Sound.Longest];
        var heard = sound[..Sound.Of(word, sound)];
        keys.Clear();
        WordKeys.OfSlips(skeleton[..Sound.Skeleton(heard, skeleton)], keys);
        var left = MostCompared;
        Span<(int From, int To)> rows = stackalloc (int, int)[keys.Count];
        touched = slips.Rows(CollectionsMarshal.AsSpan(keys), rows);
        for (var i = 0; i < rows.Length; i++)
        {
            for (var at = rows[i].From; at < rows[i].To; at++)
            {
                if (slips.At(at, keys[i]) is not (>= 0 and var id) || found.Has(id)) continue;
                if (--left < 0) return;
                var alike = Likeness.OfSounds(heard, Heard(id), LeastMisheard);
                if (alike >= LeastMisheard) found.Add(id, Spelt(word, Letters(id), alike) * discount);
            }
        }
    }

    private void Sweep(scoped ReadOnlySpan<char> word, scoped ReadOnlySpan<byte> heard, uint key, float least, ref WordCandidates found, float discount, bool arabizi)
    {
        var pattern = SoundPattern.Of(heard);
        var (from, to) = skeletons.Row(key);
        var left = MostCompared;
        to = Math.Min(to, from + MostSwept);
        for (var at = from; at < to; at++)
        {
            if (skeletons.At(at, key) is not (>= 0 and var id)) continue;
            var alike = pattern.Alike(patterns[at]);
            if (alike < least || found.Count == WordCandidates.Most && alike * discount <= found.Worst || found.Has(id)) continue;
            if (arabizi ? HasDigit(Letters(id)) : HasDigit(Letters(id)) != HasDigit(word) || HasDigit(word) && !SameDigits(word, Letters(id))) continue;
            alike = Math.Min(alike, Exactly(heard, id, least));
            if (alike >= least) found.Add(id, Spelt(word, Letters(id), alike) * discount);
            if (--left == 0) return;
        }
    }

    private float Exactly(ReadOnlySpan<byte> heard, int id, float least)
    {
        var other = Heard(id);
        var alike = Likeness.OfSounds(heard, other, least);
        return alike < least && other.Length > 3 && other[0] is (byte)'a' or (byte)'i' && other[1] == 'L' ? Likeness.OfSounds(heard, other[2..], least) : alike;
    }

    private ReadOnlySpan<byte> Heard(int word) => heardAs.AsSpan(from[word].Sound..from[word + 1].Sound);

    private ReadOnlySpan<char> Letters(int word) => written.AsSpan(from[word].Letter..from[word + 1].Letter);

    /// <summary>Within a script the letters count as much as the sound.</summary>
    private static float Spelt(ReadOnlySpan<char> said, ReadOnlySpan<char> word, float alike)
    {
        if (Folding.IsArabic(said[0]) != Folding.IsArabic(word[0])) return alike * OtherScript;
        var longest = Math.Max(said.Length, word.Length);
        return (alike + 1 - (Likeness.Slips(said, word, 6) / (float)longest)) * 0.485f;
    }

    public static bool HasDigit(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>A Latin word without the article written onto it: Alnakheel; empty when it has none.</summary>
    public static ReadOnlySpan<char> Unarticled(ReadOnlySpan<char> word)
    {
        if (word.Length >= ShortestArticled + 2 && word[0] is 'a' or 'e' && word[1] == 'l') return word[2..];
        return word.Length >= 5 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : default;
    }

    private static bool SameDigits(ReadOnlySpan<char> said, ReadOnlySpan<char> word)
    {
        var at = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c)) continue;
            while (at < said.Length && !char.IsAsciiDigit(said[at])) at++;
            if (at == said.Length || said[at++] != c) return false;
        }

        return !HasDigit(said[at..]);
    }
}
