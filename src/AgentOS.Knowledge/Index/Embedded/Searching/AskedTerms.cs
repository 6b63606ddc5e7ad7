namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>Knows the question's terms among a segment's by a small table of their lowest bits.</summary>
internal sealed class AskedTerms
{
    private const int Slots = 256;
    private readonly int[] numbers, next;
    private readonly int[] slots = new int[Slots];

    /// <summary>Makes the table.</summary>
    /// <param name="numbers">Each of the question's terms' number in the segment, or -1.</param>
    public AskedTerms(int[] numbers)
    {
        this.numbers = numbers;
        next = new int[numbers.Length];
        Array.Fill(slots, -1);
        for (var t = 0; t < numbers.Length; t++)
        {
            if (numbers[t] < 0) continue;
            ref var slot = ref slots[numbers[t] & (Slots - 1)];
            (next[t], slot) = (slot, t);
        }
    }

    /// <summary>Puts the question's numbers in the place of the segment's, the complement of the segment's in the place of others, and counts them.</summary>
    public void Number(Span<int> terms, Span<int> counts)
    {
        foreach (ref var term in terms)
        {
            var asked = slots[term & (Slots - 1)];
            while (asked >= 0 && numbers[asked] != term) asked = next[asked];
            if (asked >= 0) counts[asked]++;
            term = asked >= 0 ? asked : ~term;
        }
    }
}
