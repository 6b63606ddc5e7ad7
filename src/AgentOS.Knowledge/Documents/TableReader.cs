using AgentOS.Knowledge.Documents.Text;
using CsvHelper;

namespace AgentOS.Knowledge.Documents;

/// <summary>A table of values separated by commas, semicolons, tabs or bars, which the content tells; its first row names the columns.</summary>
internal sealed class TableReader : IDocumentReader
{
    private const int LargestRow = 1 << 20;
    private static readonly CsvReaderOptions Options = new() { HasHeader = false, TrimWhitespace = true, MaxRecordSize = LargestRow };

    public IReadOnlyList<string> Endings { get; } = [".csv", ".tsv"];

    public ValueTask<ReadDocument> ReadAsync(byte[] content, CancellationToken cancel)
    {
        using var reader = CsvReader.FromText(TextDecoding.Decode(content), Options);
        var blocks = new List<Block>();
        string? head = null;
        try
        {
            while (reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                var cells = new string[reader.FieldCount];
                for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
                if (cells.All(string.IsNullOrWhiteSpace)) continue;
                var text = Block.Row(cells);
                if (head is null) head = text;
                else blocks.Add(new Block(BlockKind.TableRow, text, Place.At(PlaceUnit.Row, (int)reader.RowNumber)) { Head = head });
            }
        }
        catch (CsvFormatException mistake)
        {
            throw new UnreadableDocumentException("broken", $"Row {mistake.RecordNumber} cannot be read: {mistake.Message.Split('\n')[0].Trim()}");
        }

        if (blocks.Count == 0 && head is not null) blocks.Add(new Block(BlockKind.TableRow, head, Place.At(PlaceUnit.Row, 1)));
        return ValueTask.FromResult(new ReadDocument(null, blocks));
    }
}
