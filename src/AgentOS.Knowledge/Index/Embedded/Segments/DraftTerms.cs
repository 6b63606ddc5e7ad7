using System.Runtime.InteropServices;

namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>The terms of a batch's passages, numbered as they come and put in order when they are written.</summary>
internal sealed class DraftTerms : ITermSink
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> terms = [];
    private readonly List<int> frequencies = [], lastPosting = [], lastPassage = [];
    private readonly List<Posting> postings = [];
    private readonly List<int> read = [], starts = [0];
    private readonly List<TermMarks> marks = [];
    private readonly List<byte> code = [];
    private readonly List<int> renumbered = [];
    private int[] ranks = [];
    private int passage;

    public DraftTerms() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(ReadOnlySpan<char> term, TermMarks mark)
    {
        if (!lookup.TryGetValue(term, out var number))
        {
            number = terms.Count;
            var kept = term.ToString();
            numbers.Add(kept, number);
            terms.Add(kept);
            frequencies.Add(0);
            lastPosting.Add(0);
            lastPassage.Add(-1);
        }

        read.Add(number);
        marks.Add(mark);
        if (lastPassage[number] == passage)
        {
            ref var posting = ref CollectionsMarshal.AsSpan(postings)[lastPosting[number]];
            if (posting.Count < byte.MaxValue) posting.Count++;
            return;
        }

        (lastPassage[number], lastPosting[number]) = (passage, postings.Count);
        frequencies[number]++;
        postings.Add(new Posting { Term = number, Passage = passage, Count = 1 });
    }

    /// <summary>Ends a passage.</summary>
    /// <returns>How many terms it has.</returns>
    public int EndPassage()
    {
        starts.Add(read.Count);
        passage++;
        return starts[^1] - starts[^2];
    }

    public void Write(TermsWriter into)
    {
        var order = Enumerable.Range(0, terms.Count).ToArray();
        Array.Sort(terms.ToArray(), order, StringComparer.Ordinal);
        ranks = new int[order.Length];
        var at = new int[order.Length + 1];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
            at[rank + 1] = at[rank] + frequencies[order[rank]];
        }

        var sorted = new Posting[postings.Count];
        var next = at.AsSpan(0, order.Length).ToArray();
        foreach (var posting in postings) sorted[next[ranks[posting.Term]]++] = posting;
        for (var rank = 0; rank < order.Length; rank++)
        {
            foreach (var posting in sorted.AsSpan(at[rank]..at[rank + 1])) into.Posting(posting.Passage, posting.Count);
            into.Term(terms[order[rank]]);
        }
    }

    public ReadOnlySpan<byte> Code(int of)
    {
        code.Clear();
        renumbered.Clear();
        for (var i = starts[of]; i < starts[of + 1]; i++) renumbered.Add(ranks[read[i]]);
        TermCode.Write(code, CollectionsMarshal.AsSpan(renumbered), CollectionsMarshal.AsSpan(marks)[starts[of]..starts[of + 1]]);
        return CollectionsMarshal.AsSpan(code);
    }

    private struct Posting
    {
        public int Term, Passage;
        public byte Count;
    }
}
