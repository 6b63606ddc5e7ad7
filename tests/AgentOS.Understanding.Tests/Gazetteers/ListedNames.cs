using AgentOS.Data;

namespace AgentOS.Understanding.Tests.Gazetteers;

/// <summary>Names that a test writes down and strikes out, tenant by tenant.</summary>
internal sealed class ListedNames : INameSource
{
    private readonly Lock gate = new();
    private readonly List<(Guid Tenant, NamedRecord Record)> log = [];

    /// <summary>Runs before a reading is answered.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>How many readings were of everything.</summary>
    public int Whole { get; private set; }

    public void Set(Guid tenant, params NamedRecord[] records)
    {
        lock (gate) log.AddRange(records.Select(r => (tenant, r)));
    }

    /// <summary>From how far back changes are still told one by one; who was last told before that is told all.</summary>
    public long Remembered { get; set; }

    public async ValueTask<NameChanges> ReadAsync(Guid tenant, long? after, CancellationToken cancel)
    {
        if (Before is not null) await Before();
        lock (gate)
        {
            if (after < Remembered) after = null;
            if (after is null) Whole++;
            var told = log.Skip((int)(after ?? 0)).Where(e => e.Tenant == tenant).GroupBy(e => e.Record.Id).Select(g => g.Last().Record).ToList();
            return new NameChanges(log.Count, after is null ? [.. told.Where(r => r.Names.Count > 0)] : told) { IsWhole = after is null };
        }
    }
}
