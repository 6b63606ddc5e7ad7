using System.Text.Json;
using AgentOS.Data;

namespace AgentOS.Postgres.Events;

/// <summary>An event on its way into the log, with the rows it changed.</summary>
/// <param name="Type">Its name, in the past tense.</param>
/// <param name="AggregateType">The entity's name.</param>
/// <param name="Aggregate">The entity's id.</param>
/// <param name="Version">Its number within the aggregate; <see langword="null"/> for the next one.</param>
/// <param name="Data">The event itself.</param>
internal sealed record PendingEvent(string Type, string AggregateType, Guid Aggregate, int? Version, JsonElement Data)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public List<RowChange> Rows { get; } = [];
}
