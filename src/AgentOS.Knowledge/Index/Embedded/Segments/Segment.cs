using System.Text;
using AgentOS.Knowledge.Index.Embedded.Files;

namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>A written segment, read as memory. It never changes. It is unmapped when the last who shares it lets go.</summary>
internal sealed class Segment : IDisposable
{
    private readonly MappedFile file;
    private readonly long[] table;
    private readonly TenantFolder folder;
    private int holders = 1;

    /// <summary>Opens a segment whose checksum is right.</summary>
    /// <exception cref="CorruptIndexException">It is not a segment.</exception>
    public Segment(TenantFolder folder, ManifestSegment entry)
    {
        (this.folder, Entry) = (folder, entry);
        file = new MappedFile(folder.PathOf(entry.Name));
        var size = (int)Section.Count * 2 * sizeof(long);
        table = file.Read<long>(file.Length - size, size / sizeof(long)).ToArray();
        Facts = Column<SegmentFacts>(Section.Facts)[0];
        Words = Encoding.UTF8.GetString(Column<byte>(Section.Words)).Split('\0')[..^1];
        Dictionary = new SegmentDictionary(this);
    }

    public ManifestSegment Entry { get; }

    public SegmentFacts Facts { get; }

    /// <summary>Labels and languages; a number stands for each.</summary>
    public IReadOnlyList<string> Words { get; }

    public SegmentDictionary Dictionary { get; }

    /// <summary>Whether its file is to be removed when nobody reads it any more.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Opens a segment after its length and checksum were compared.</summary>
    /// <exception cref="CorruptIndexException">It is not as it was written.</exception>
    public static Segment Checked(TenantFolder folder, ManifestSegment entry)
    {
        var (sum, length) = Files.Checksum.Of(folder.PathOf(entry.Name));
        if (length != entry.Length || sum != entry.Checksum) throw new CorruptIndexException($"{entry.Name} has {length} bytes and the checksum {sum:x8}; {entry.Length} and {entry.Checksum:x8} were written.");
        return new Segment(folder, entry);
    }

    public ReadOnlySpan<T> Column<T>(Section section)
        where T : unmanaged
    {
        unsafe
        {
            return file.Read<T>(table[(int)section * 2], checked((int)(table[(int)section * 2 + 1] / sizeof(T))));
        }
    }

    /// <summary>Where a part of a section lies in memory.</summary>
    public unsafe byte* At(Section section, long offset, long bytes)
    {
        if (offset + bytes > table[(int)section * 2 + 1]) throw new CorruptIndexException($"{Entry.Name} points outside a section.");
        return file.At(table[(int)section * 2] + offset, bytes);
    }

    public ReadOnlySpan<byte> Blob(Section section, Section starts, int number)
    {
        var at = Column<long>(starts);
        return file.Read<byte>(table[(int)section * 2] + at[number], (int)(at[number + 1] - at[number]));
    }

    public ReadOnlySpan<PostingEntry> Entries(int term)
    {
        var starts = Column<int>(Section.TermEntries);
        return Column<PostingEntry>(Section.Entries)[starts[term]..starts[term + 1]];
    }

    public ReadOnlySpan<float> Row(int row)
    {
        var bytes = (long)Facts.Dimensions * sizeof(float);
        return file.Read<float>(table[(int)Section.Vectors * 2] + row * bytes, Facts.Dimensions);
    }

    /// <summary>The number of a document, or -1.</summary>
    public int Find(Guid document)
    {
        var order = Column<int>(Section.DocumentOrder);
        var facts = Column<DocumentRow>(Section.Documents);
        var (low, high) = (0, order.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var compared = facts[order[middle]].Id.CompareTo(document);
            if (compared == 0) return order[middle];
            if (compared < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    public void Hold() => Interlocked.Increment(ref holders);

    public void Dispose() => LetGo();

    public void LetGo()
    {
        if (Interlocked.Decrement(ref holders) > 0) return;
        file.Dispose();
        if (IsRetired) folder.Remove(Entry);
    }
}
