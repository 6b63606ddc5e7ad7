using System.Numerics;
using System.Runtime.InteropServices;

namespace AgentOS.Knowledge.Analysis;

/// <summary>
/// Finds the words of a vocabulary that are spelt much like another. Words of a length stand together, each with a set of its letters as 64 bits: sets
/// that differ by more than two letters an edit cannot be near, which leaves few words to compare letter by letter.
/// </summary>
internal sealed class NearWords
{
    private const int LongestWord = 32, LeastLetters = 4, LettersForTwo = 8;

    private readonly Bucket[] buckets = [.. Enumerable.Range(0, LongestWord + 1).Select(_ => new Bucket([], []))];

    /// <summary>Adds a folded word; each once.</summary>
    public void Add(string word)
    {
        if (word.Length is < LeastLetters - 1 or > LongestWord || !IsLetters(word)) return;
        buckets[word.Length].Words.Add(word);
        buckets[word.Length].Letters.Add(LettersOf(word));
    }

    /// <summary>
    /// The words that differ from one by one letter, or by two where it has eight or more; those nearest only. A word of less than four letters, or with
    /// digits, is near none.
    /// </summary>
    public IReadOnlyList<string> Find(string word)
    {
        if (word.Length is < LeastLetters or > LongestWord || !IsLetters(word)) return [];
        var most = word.Length >= LettersForTwo ? 2 : 1;
        var letters = LettersOf(word);
        var nearest = new List<string>();
        for (var length = word.Length - most; length <= Math.Min(LongestWord, word.Length + most); length++)
        {
            var sets = CollectionsMarshal.AsSpan(buckets[length].Letters);
            for (var i = 0; i < sets.Length; i++)
            {
                if (BitOperations.PopCount(sets[i] ^ letters) > 2 * most) continue;
                var other = buckets[length].Words[i];
                var distance = EditDistance.Between(word, other, most);
                if (distance > most) continue;
                if (distance < most)
                {
                    nearest.Clear();
                    most = distance;
                }

                nearest.Add(other);
            }
        }

        return nearest;
    }

    private static bool IsLetters(string word)
    {
        foreach (var c in word)
            if (!char.IsLetter(c)) return false;
        return true;
    }

    private static ulong LettersOf(string word)
    {
        var letters = 0UL;
        foreach (var c in word) letters |= 1UL << (c & 63);
        return letters;
    }

    private readonly record struct Bucket(List<string> Words, List<ulong> Letters);
}
