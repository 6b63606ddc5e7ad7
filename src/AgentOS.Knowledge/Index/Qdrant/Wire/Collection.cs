namespace AgentOS.Knowledge.Index.Qdrant.Wire;

internal sealed record CreateCollection(IReadOnlyDictionary<string, VectorParams> Vectors, IReadOnlyDictionary<string, SparseVectorParams> SparseVectors);

internal sealed record VectorParams(int Size, string Distance);

/// <summary>Without a modifier: the weights are ours on both sides.</summary>
internal sealed record SparseVectorParams;

internal sealed record CreateFieldIndex(string FieldName, FieldSchema FieldSchema);

internal sealed record FieldSchema(string Type)
{
    public bool? IsTenant { get; init; }

    public bool? Lookup { get; init; }

    public bool? Range { get; init; }
}

internal sealed record ChangeAliases(IReadOnlyList<AliasAction> Actions);

internal sealed record AliasAction
{
    public CreateAlias? CreateAlias { get; init; }

    public DeleteAlias? DeleteAlias { get; init; }
}

internal sealed record CreateAlias(string CollectionName, string AliasName);

internal sealed record DeleteAlias(string AliasName);
