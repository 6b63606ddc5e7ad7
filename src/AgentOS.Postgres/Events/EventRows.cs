using System.Text.Json;
using AgentOS.Postgres.Session;
using AgentOS.Tools;
using Npgsql;

namespace AgentOS.Postgres.Events;

/// <summary>Events as statements.</summary>
internal static class EventRows
{
    private const string Insert = """
        insert into runtime.events (tenant_id, id, type, aggregate_type, aggregate, version, at, correlation, causation, user_id, data, rows)
        values ($1, $2, $3, $4, $5, coalesce($6, (select coalesce(max(version), 0) + 1 from runtime.events where tenant_id = $1 and aggregate = $5)), $7, $8, $9, $10, $11, $12)
        """;

    public static void AddTo(NpgsqlBatch batch, ToolContext context, IReadOnlyList<PendingEvent> events)
    {
        foreach (var happened in events)
        {
            batch.Add(
                Insert, context.Principal.Tenant.Id, happened.Id, happened.Type, happened.AggregateType, happened.Aggregate,
                new NpgsqlParameter { Value = (object?)happened.Version ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer },
                context.Now, Sql.Text(context.ConversationId), context.CallKey, context.Principal.UserId,
                happened.Data, Sql.Json(JsonSerializer.Serialize(happened.Rows, ToolJson.Options)));
        }
    }
}
