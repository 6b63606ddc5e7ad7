namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>
/// Finds the terms within some edits of a word by walking the sorted dictionary as if it were a tree: the distances of a prefix are worked once for all
/// terms that share it, and where a prefix is already too far, all its terms are passed over.
/// </summary>
internal ref struct NearTerms
{
    private const int Longest = 40, TooFar = 99;
    private readonly SegmentDictionary dictionary;
    private readonly ReadOnlySpan<char> word;
    private readonly int edits;
    private readonly int[] rows;
    private readonly char[] prefix;

    private NearTerms(SegmentDictionary dictionary, ReadOnlySpan<char> word, int edits)
    {
        this.dictionary = dictionary;
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
        while (number < dictionary.Count)
        {
            var term = dictionary.Term(number);
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
                number = Past(number, depth);
            }
        }
    }

    /// <summary>Works the distances of the prefix's first letters.</summary>
    /// <returns>Whether a longer prefix can still be near.</returns>
    private readonly bool Extend(int depth)
    {
        if (depth > word.Length + edits) return false;
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

    /// <summary>The first term after all those that share the prefix's first letters.</summary>
    private readonly int Past(int number, int depth)
    {
        if (prefix[depth - 1] == char.MaxValue) return number + 1;
        prefix[depth - 1]++;
        var next = dictionary.FirstNotBefore(prefix.AsSpan(0, depth), number + 1);
        prefix[depth - 1]--;
        return next;
    }
}
