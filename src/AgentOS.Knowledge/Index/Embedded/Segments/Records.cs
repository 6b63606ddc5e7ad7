using System.Text;

namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>Documents and passages as bytes, so that what was found is told without asking the store.</summary>
internal static class Records
{
    public static byte[] Of(DocumentInfo document)
    {
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream, Encoding.UTF8);
        to.Write(document.Id.ToByteArray());
        to.Write(document.Collection);
        to.Write(document.Source);
        to.Write(document.Title);
        to.Write(document.Language);
        Write(to, document.Labels);
        to.Write(document.ValidFrom?.DayNumber ?? -1);
        to.Write(document.ValidUntil?.DayNumber ?? -1);
        to.Write(document.Owner is not null);
        if (document.Owner is { } owner) to.Write(owner.ToByteArray());
        to.Write(document.ContentHash);
        to.Write(document.ReadAt.UtcTicks);
        to.Write(document.PassageCount);
        to.Flush();
        return stream.ToArray();
    }

    public static byte[] Of(Passage passage)
    {
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream, Encoding.UTF8);
        to.Write(passage.Id.ToByteArray());
        to.Write(passage.Document.ToByteArray());
        to.Write(passage.Number);
        to.Write(passage.Text);
        Write(to, passage.Headings);
        to.Write(passage.Place);
        to.Write(passage.Language);
        to.Flush();
        return stream.ToArray();
    }

    public static DocumentInfo Document(ReadOnlySpan<byte> record)
    {
        using var from = new BinaryReader(new MemoryStream(record.ToArray()), Encoding.UTF8);
        return new DocumentInfo
        {
            Id = new Guid(from.ReadBytes(16)),
            Collection = from.ReadString(),
            Source = from.ReadString(),
            Title = from.ReadString(),
            Language = from.ReadString(),
            Labels = Strings(from),
            ValidFrom = Day(from.ReadInt32()),
            ValidUntil = Day(from.ReadInt32()),
            Owner = from.ReadBoolean() ? new Guid(from.ReadBytes(16)) : null,
            ContentHash = from.ReadString(),
            ReadAt = new DateTimeOffset(from.ReadInt64(), TimeSpan.Zero),
            PassageCount = from.ReadInt32(),
        };
    }

    public static Passage Passage(ReadOnlySpan<byte> record)
    {
        using var from = new BinaryReader(new MemoryStream(record.ToArray()), Encoding.UTF8);
        return new Passage
        {
            Id = new Guid(from.ReadBytes(16)),
            Document = new Guid(from.ReadBytes(16)),
            Number = from.ReadInt32(),
            Text = from.ReadString(),
            Headings = Strings(from),
            Place = from.ReadString(),
            Language = from.ReadString(),
        };
    }

    /// <summary>A passage's number among its document's, which stands at a fixed place.</summary>
    public static int Number(ReadOnlySpan<byte> record) => BitConverter.ToInt32(record.Slice(32, 4));

    private static void Write(BinaryWriter to, IReadOnlyList<string> strings)
    {
        to.Write7BitEncodedInt(strings.Count);
        foreach (var s in strings) to.Write(s);
    }

    private static string[] Strings(BinaryReader from)
    {
        var strings = new string[from.Read7BitEncodedInt()];
        for (var i = 0; i < strings.Length; i++) strings[i] = from.ReadString();
        return strings;
    }

    private static DateOnly? Day(int number) => number < 0 ? null : DateOnly.FromDayNumber(number);
}
