using System.Runtime.InteropServices;

namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>What a segment holds, as it stands in the file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct SegmentFacts(int Terms, int Passages, int Documents, int Dimensions, int Rows, int Reserved, long TotalLength)
{
    public float AverageLength => Passages == 0 ? 1 : Math.Max(1, (float)TotalLength / Passages);
}

/// <summary>A term's postings in 65,536 passages, as they stand in the file.</summary>
/// <param name="Start">Where they begin in the section of postings, in bytes.</param>
/// <param name="Chunk">The passages' high bits.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Impact">The most that the term can bring to one of them: its part of BM25 without weight and rarity, with the segment's own average length.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct PostingEntry(long Start, int Chunk, int Count, float Impact)
{
    public const int ChunkBits = 16;
    public const int ChunkSize = 1 << ChunkBits;

    /// <summary>Bytes between the passages' beginning and the counts'.</summary>
    public int CountsOffset => Count * sizeof(ushort);
}

/// <summary>What is known about a document, as it stands in the file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">Its owner, where <paramref name="HasOwner"/> is not 0.</param>
/// <param name="HasOwner">Whether it has one.</param>
/// <param name="ValidFrom">The first day it holds, or <see cref="int.MinValue"/>.</param>
/// <param name="ValidUntil">The last day it holds, or <see cref="int.MaxValue"/>.</param>
/// <param name="FirstPassage">Its first passage; the others follow.</param>
/// <param name="PassageCount">How many it has.</param>
/// <param name="FirstLabel">Its first label; the others follow.</param>
/// <param name="LabelCount">How many it has.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct DocumentRow(Guid Id, Guid Owner, int HasOwner, int ValidFrom, int ValidUntil, int FirstPassage, int PassageCount, int FirstLabel, int LabelCount);
