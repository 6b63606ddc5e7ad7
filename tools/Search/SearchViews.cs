namespace AgentOS.Tools.Search;

/// <summary>What was found.</summary>
/// <param name="Text">What was looked for.</param>
/// <param name="Groups">By kind of record; the kind with the best hit first.</param>
/// <param name="Count">How many hits are shown.</param>
public sealed record SearchResults(string Text, IReadOnlyList<SearchGroup> Groups, int Count) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() =>
        Groups.SelectMany(g => g.Hits.Select(h => new Mention(g.Kind.ToString(), h.Id, string.Join(' ', ((string[])[h.Number ?? "", h.Name]).Where(p => p.Length > 0)))));
}

/// <summary>Hits of one kind.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Hits">At most four, best first.</param>
public sealed record SearchGroup(RecordKind Kind, IReadOnlyList<SearchHit> Hits);

/// <summary>A record that fits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number; a contact has none.</param>
/// <param name="Name">Its name; an order has its customer's.</param>
/// <param name="NameArabic">The name in Arabic, when known.</param>
/// <param name="Detail">City, company or customer.</param>
public sealed record SearchHit(Guid Id, string? Number, string Name, string? NameArabic, string? Detail)
{
    internal static SearchHit Of(FoundRow row) => new(row.Id, row.Number, row.Name, row.NameArabic, row.Detail);
}

/// <summary>Kinds of records that are searched.</summary>
public enum RecordKind
{
    /// <summary>A customer.</summary>
    Customer,

    /// <summary>A person at a customer.</summary>
    Contact,

    /// <summary>A lead.</summary>
    Lead,

    /// <summary>An opportunity.</summary>
    Opportunity,

    /// <summary>A product.</summary>
    Product,

    /// <summary>A sales order.</summary>
    SalesOrder,

    /// <summary>A supplier.</summary>
    Supplier,
}
