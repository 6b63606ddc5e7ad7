namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>
/// Finds the terms within some edits of a word by walking the sorted dictionary as if it were a tree: the distances of a prefix are worked once for all
/// terms that share it, and where a prefix is already too far, all its terms are passed over. With more than one edit the first letter is taken to be right.
/// </summary>
internal ref struct NearTerms
{
    private const int Longest = 40, TooFar = 99;
    private readonly SegmentDictionary dictionary;
    private readonly ReadOnlySpan<int> starts;
    private readonly ReadOnlySpan<char> characters;
    private readonly ReadOnlySpan<char> word;
    private readonly int edits;
    private readonly int[] rows;
    private readonly char[] prefix;

    private NearTerms(SegmentDictionary dictionary, ReadOnlySpan<char> word, int edits)
    {
        this.dictionary = dictionary;
        starts = dictionary.Starts;
        characters = dictionary.Characters;
        this.word = word;
        this.edits = edits;
        rows = new int[(Longest + 4) * (word.Length + 1)];
        prefix = new char[Longest + 4];
        for (var j = 0; j <= word.Length; j++) rows[j] = j;
    }

    /// <summary>Calls back with each near term's number and edits.</summary>
    public static void Find(SegmentDictionary dictionary, string word, int edits, Action<int, int> found)
    {
        if (word.Length is 0 or > Longest) return;
        new NearTerms(dictionary, word, edits).Walk(found);
    }

    private readonly void Walk(Action<int, int> found)
    {
        var (number, known) = (0, 0);
        while (number < starts.Length - 1)
        {
            var term = characters[starts[number]..starts[number + 1]];
            var depth = term[..Math.Min(term.Length, known)].CommonPrefixLength(prefix);
            var alive = true;
            while (depth < term.Length && alive)
            {
                prefix[depth] = term[depth];
                alive = Extend(++depth);
            }

            known = depth;
            if (alive)
            {
                if (rows[depth * (word.Length + 1) + word.Length] is var distance && distance <= edits) found(number, distance);
                number++;
            }
            else
            {
                number = Past(number, ref known);
            }
        }
    }

    /// <summary>Works the distances of the prefix's first letters.</summary>
    /// <returns>Whether a longer prefix can still be near.</returns>
    private readonly bool Extend(int depth)
    {
        if (depth > word.Length + edits || depth == 1 && edits > 1 && prefix[0] != word[0]) return false;
        var width = word.Length + 1;
        var (row, above, two) = (depth * width, (depth - 1) * width, (depth - 2) * width);
        var letter = prefix[depth - 1];
        var (from, to) = (Math.Max(1, depth - edits), Math.Min(word.Length, depth + edits));
        rows[row] = depth;
        if (from > 1) rows[row + from - 1] = TooFar;
        var least = from == 1 ? depth : TooFar;
        for (var j = from; j <= to; j++)
        {
            var straight = rows[above + j - 1] + (word[j - 1] == letter ? 0 : 1);
            var down = j == depth + edits ? TooFar : rows[above + j] + 1;
            var distance = Math.Min(Math.Min(straight, down), rows[row + j - 1] + 1);
            if (depth > 1 && j > 1 && word[j - 1] == prefix[depth - 2] && word[j - 2] == letter) distance = Math.Min(distance, rows[two + j - 2] + 1);
            rows[row + j] = distance;
            least = Math.Min(least, distance);
        }

        if (to < word.Length) rows[row + word.Length] = TooFar;
        return least <= edits;
    }

    /// <summary>The first term after all those that share the prefix's first letters; where no edit is left, the first that goes on as the word does.</summary>
    /// <param name="number">The term that is too far.</param>
    /// <param name="depth">How many of the prefix's letters it shares; then how many of them the next one shares at least.</param>
    private readonly int Past(int number, ref int depth)
    {
        for (; depth > 0; depth--)
        {
            if (Following(depth, prefix[depth - 1]) is not { } next) continue;
            prefix[--depth] = next;
            return dictionary.NextNotBefore(prefix.AsSpan(0, depth + 1), number);
        }

        return starts.Length - 1;
    }

    /// <summary>The next letter that may stand at a depth, or null when there is none.</summary>
    private readonly char? Following(int depth, char letter)
    {
        if (letter == char.MaxValue || depth > word.Length + edits) return null;
        var above = (depth - 1) * (word.Length + 1);
        var (from, to) = (Math.Max(0, depth - 1 - edits), Math.Min(word.Length, depth - 1 + edits));
        for (var j = from; j <= to; j++)
            if (rows[above + j] < edits) return (char)(letter + 1);
        char? next = null;
        for (var j = from; j <= to; j++)
        {
            if (j < word.Length && rows[above + j] == edits) Take(ref next, word[j], letter);
            if (depth > 1 && j > 0 && j < word.Length && word[j] == prefix[depth - 2]) Take(ref next, word[j - 1], letter);
        }

        return next;
    }

    private static void Take(ref char? next, char candidate, char after)
    {
        if (candidate > after && (next is null || candidate < next)) next = candidate;
    }
}
