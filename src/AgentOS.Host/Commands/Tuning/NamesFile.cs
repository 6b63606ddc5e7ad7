using AgentOS.Data;
using AgentOS.Tools;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Names as a tenant would have them, from a file: a record a line, <c>Customer: Zamzam Bakery | مخبز زمزم</c>.</summary>
internal sealed class NamesFile(IReadOnlyList<NamedRecord> records) : INameSource
{
    public IReadOnlyList<NamedRecord> Records => records;

    /// <exception cref="UsageException">The file is missing, or a line is no record's; the message has file and line.</exception>
    public static NamesFile Read(string path, IToolCatalog catalog)
    {
        if (!File.Exists(path)) throw new UsageException($"{path}: there is no such file. It holds a record a line, such as 'Customer: Zamzam Bakery | مخبز زمزم'.");
        var entities = catalog.All.SelectMany(t => t.References.Values).Distinct().Order(StringComparer.Ordinal).ToList();
        var records = new List<NamedRecord>();
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var names = line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (colon < 0 || names.Length == 0) throw new UsageException($"{path}:{number + 1}: a line is a record's kind and its names, such as 'Customer: Zamzam Bakery | مخبز زمزم'.");
            if (!entities.Contains(line[..colon].Trim())) throw new UsageException($"{path}:{number + 1}: no tool takes a '{line[..colon].Trim()}'. There are: {string.Join(", ", entities)}.");
            records.Add(new NamedRecord(line[..colon].Trim(), Guid.CreateVersion7(), names));
        }

        return new NamesFile(records);
    }

    public ValueTask<NameChanges> ReadAsync(Guid tenant, long? after, CancellationToken cancel) =>
        new(new NameChanges(0, after is null ? records : []) { IsWhole = after is null });
}
