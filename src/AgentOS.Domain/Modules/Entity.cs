namespace AgentOS.Domain;

/// <summary>A row of business data. The tenant is filled in by the database session, never by a caller.</summary>
public abstract class Entity
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Whose row it is.</summary>
    public Guid TenantId { get; private set; }
}

/// <summary>The root of a unit that changes as one. Its events are appended to the log with the rows they changed.</summary>
public abstract class Aggregate : Entity
{
    private readonly List<IDomainEvent> events = [];

    /// <summary>Number of events so far; also the guard against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Events since the last save, oldest first. The database session takes them when it saves.</summary>
    public IReadOnlyList<IDomainEvent> NewEvents => events;

    /// <summary>Records that something happened.</summary>
    protected void Raise(IDomainEvent happened) => events.Add(happened);

    /// <summary>Forgets the events that have been saved.</summary>
    public void ClearEvents() => events.Clear();
}

/// <summary>Something that happened to an aggregate, in the past tense; a record named for it, such as <c>LeadQualified</c>.</summary>
public interface IDomainEvent;
