namespace AgentOS.Knowledge.Index.Qdrant.Statistics;

/// <summary>A vocabulary, where and when it was counted.</summary>
internal sealed class Counted
{
    private string? served;
    private TenantVocabulary? vocabulary;
    private long at;
    private TimeSpan took;

    /// <summary>Held while it is counted.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>When it was last asked for.</summary>
    public long Used { get; set; }

    /// <summary>Whether others have written since.</summary>
    public bool Stale { get; set; }

    public TenantVocabulary? Of(string collection) => served == collection ? vocabulary : null;

    public bool Holds(TenantVocabulary other) => ReferenceEquals(vocabulary, other);

    // Another process that takes in many documents moves the position all the time: counting then takes at most a tenth of the time.
    public TenantVocabulary? Fresh(string collection, TimeProvider time) => Stale && time.GetElapsedTime(at) >= 10 * took ? null : Of(collection);

    public void Set(string collection, TenantVocabulary now, long when, TimeSpan lasted) => (served, vocabulary, at, took) = (collection, now, when, lasted);
}
