using System.Runtime.InteropServices;
using AgentOS.Knowledge.Index.Embedded.Files;

namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>Writes terms, which come in ordinal order, and their passages, which come in theirs.</summary>
internal sealed class TermsWriter(SectionWriter to, int[] lengths, Bm25 formula, float averageLength)
{
    private readonly List<int> starts = [0], frequencies = [], entryStarts = [0];
    private readonly List<char> characters = [];
    private readonly List<ulong> keys = [];
    private readonly List<PostingEntry> entries = [];
    private readonly ushort[] passages = new ushort[PostingEntry.ChunkSize];
    private readonly byte[] counts = new byte[PostingEntry.ChunkSize];
    private int filled, chunk, frequency;
    private float impact;

    public int Count => keys.Count;

    /// <summary>Takes a passage that the coming term stands in.</summary>
    public void Posting(int passage, byte count)
    {
        if (filled > 0 && passage >> PostingEntry.ChunkBits != chunk) EndEntry();
        chunk = passage >> PostingEntry.ChunkBits;
        passages[filled] = (ushort)passage;
        counts[filled++] = count;
        frequency++;
        impact = Math.Max(impact, formula.Impact(count, lengths[passage], averageLength));
    }

    /// <summary>Takes the term whose passages were given.</summary>
    /// <returns>Its number, or -1 where no passage was given, so that it is left out.</returns>
    public int Term(ReadOnlySpan<char> term)
    {
        if (filled > 0) EndEntry();
        if (frequency == 0) return -1;
        CollectionExtensions.AddRange(characters, term);
        starts.Add(characters.Count);
        keys.Add(TermKey.Of(term));
        frequencies.Add(frequency);
        entryStarts.Add(entries.Count);
        frequency = 0;
        return keys.Count - 1;
    }

    /// <summary>Writes what was gathered beside the postings.</summary>
    public void Finish()
    {
        to.Section<int>((int)Section.TermStarts, CollectionsMarshal.AsSpan(starts));
        to.Section<char>((int)Section.TermCharacters, CollectionsMarshal.AsSpan(characters));
        to.Section<ulong>((int)Section.TermKeys, CollectionsMarshal.AsSpan(keys));
        to.Section<int>((int)Section.TermFrequencies, CollectionsMarshal.AsSpan(frequencies));
        to.Section<int>((int)Section.TermEntries, CollectionsMarshal.AsSpan(entryStarts));
        to.Section<PostingEntry>((int)Section.Entries, CollectionsMarshal.AsSpan(entries));
    }

    private void EndEntry()
    {
        entries.Add(new PostingEntry(to.SectionLength, chunk, filled, impact));
        to.Write<ushort>(passages.AsSpan(0, filled));
        to.Write<byte>(counts.AsSpan(0, filled));
        to.Pad(sizeof(ushort));
        (filled, impact) = (0, 0);
    }
}
