namespace AgentOS.Knowledge.Benchmarks;

/// <summary>How an index does on a collection.</summary>
internal sealed record CollectionFigures
{
    public required int Documents { get; init; }

    public required int Passages { get; init; }

    /// <summary>Queries with at least one relevant document; the measures are means over them.</summary>
    public required int Queries { get; init; }

    public required double Ndcg10 { get; init; }

    public required double MeanAveragePrecision { get; init; }

    public required double Recall10 { get; init; }

    public required double Recall100 { get; init; }

    public required double IndexingSeconds { get; init; }

    /// <summary>Milliseconds a query takes, one after another.</summary>
    public required double MeanMilliseconds { get; init; }

    public required double MedianMilliseconds { get; init; }

    public required double P99Milliseconds { get; init; }

    public double PassagesPerSecond => IndexingSeconds > 0 ? Passages / IndexingSeconds : 0;
}
