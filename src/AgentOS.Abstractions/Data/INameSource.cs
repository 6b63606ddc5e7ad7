namespace AgentOS.Data;

/// <summary>Tells by which names a tenant's records are known, and what has changed about them since.</summary>
public interface INameSource
{
    /// <summary>Reads the names of a tenant's records.</summary>
    /// <param name="tenant">Whose; names of no other tenant are given.</param>
    /// <param name="after">
    /// The <see cref="NameChanges.Position"/> of an earlier reading, for what was committed since then (it may tell again what was known);
    /// <see langword="null"/> for all names.
    /// </param>
    /// <param name="cancel">Cancels the reading.</param>
    ValueTask<NameChanges> ReadAsync(Guid tenant, long? after, CancellationToken cancel);
}

/// <summary>What a reading found.</summary>
/// <param name="Position">From where the next reading goes on. It never falls.</param>
/// <param name="Records">The records, each as it is now.</param>
public sealed record NameChanges(long Position, IReadOnlyList<NamedRecord> Records)
{
    /// <summary>
    /// Whether the records are all that there are, so that any other is gone: always of a first reading, and of a later one where the
    /// source no longer remembers single changes from so long ago.
    /// </summary>
    public bool IsWhole { get; init; }
}

/// <summary>A record and its names.</summary>
/// <param name="Entity">The entity's name, such as <c>Customer</c>.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Names">Its names, in either script; none when the record is gone.</param>
public sealed record NamedRecord(string Entity, Guid Id, IReadOnlyList<string> Names);
