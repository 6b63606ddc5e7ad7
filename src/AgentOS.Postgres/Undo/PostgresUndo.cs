using System.Text.Json;
using AgentOS.Data;
using AgentOS.Postgres.Events;
using AgentOS.Postgres.Session;
using AgentOS.Tools;

namespace AgentOS.Postgres.Undo;

/// <summary>Takes a call back by putting its rows as they were, as one more call with its own events.</summary>
internal sealed class PostgresUndo(CallScope scope) : IUndo
{
    private const string Columns = """
        c.key, c.tool, c.at, c.view, c.data::text, c.inverse_tool, c.inverse_input::text, c.undone_by is not null,
        array(select row->>'label' from runtime.events e, jsonb_array_elements(e.rows) as row
          where e.tenant_id = c.tenant_id and e.causation = c.key and row->>'label' <> ''
          group by 1 order by min(e.position) limit 3)
        """;

    /// <summary>A call that took another one back is no candidate: "undo" said twice goes back by two calls.</summary>
    private const string Last = $"""
        select {Columns} from runtime.calls c
        where tenant_id = $1 and user_id = $2 and conversation is not distinct from $3 and key <> $4
          and changes and undone_by is null and undoes is null
        order by position desc limit 1 for update of c
        """;

    private const string History = $"""
        select {Columns} from runtime.calls c
        where tenant_id = $1 and user_id = $2 and conversation is not distinct from $3 and key <> $4 and changes
        order by position desc limit $5
        """;

    private const string Rows = "select aggregate_type, aggregate, rows::text from runtime.events where tenant_id = $1 and causation = $2 order by position desc";

    public ValueTask<IReadOnlyList<PastCall>> HistoryAsync(ToolContext context, int most, CancellationToken cancel) => ReadAsync(context, History, most, cancel);

    public async ValueTask<PastCall?> LastAsync(ToolContext context, CancellationToken cancel) =>
        await ReadAsync(context, Last, null, cancel) is [var last, ..] ? last : null;

    public void Mark(PastCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        scope.Transaction.Undoes = call.Key;
    }

    public async ValueTask<IReadOnlyList<RowChange>> RestoreAsync(PastCall call, CancellationToken cancel)
    {
        Mark(call);
        var transaction = scope.Transaction;
        var restored = new List<RowChange>();
        try
        {
            foreach (var (aggregateType, aggregate, row) in RowOrder.ForUndo(await RowsAsync(call.Key, cancel), transaction.Database.Model))
            {
                var change = await RowRestoration.RestoreAsync(transaction.Session, transaction.Database.Model, row, cancel);
                var rootVersion = row.Key == aggregate && change.Columns.FirstOrDefault(c => c.Name == "version") is { After: { } version } ? version.GetInt32() : (int?)null;
                var type = row.Key == aggregate ? aggregateType : RowOrder.EntityOf(row, transaction.Database.Model);
                transaction.Note(new PendingEvent(type + "Restored", type, row.Key, rootVersion, JsonSerializer.SerializeToElement(new { undoes = call.Key }, ToolJson.Options)) { Rows = { change } });
                restored.Add(change);
            }
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said is ToolException ? ChangedSince("") : said;
        }

        return restored;
    }

    public static ToolException ChangedSince(string label) => new(
        "changed_since", $"{(label.Length == 0 ? "It" : label)} has been changed or used since, so this cannot be taken back as it was. Change it anew instead.",
        new Dictionary<string, object?> { ["label"] = label });

    private async ValueTask<List<(string Type, Guid Aggregate, RowChange Row)>> RowsAsync(string key, CancellationToken cancel)
    {
        var session = scope.Transaction.Session;
        await using var command = session.Command(Rows, session.Tenant, key);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(string, Guid, RowChange)>();
        while (await reader.ReadAsync(cancel))
        {
            foreach (var row in JsonSerializer.Deserialize<List<RowChange>>(reader.GetString(2), ToolJson.Options)!.AsEnumerable().Reverse())
                rows.Add((reader.GetString(0), reader.GetGuid(1), row));
        }

        return rows;
    }

    private async ValueTask<IReadOnlyList<PastCall>> ReadAsync(ToolContext context, string sql, int? most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var session = scope.Transaction.Session;
        await using var command = session.Command(sql, session.Tenant, context.Principal.UserId, Sql.Text(context.ConversationId), context.CallKey);
        if (most is { } limit) command.Parameters.Add(Sql.Parameter(limit));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var calls = new List<PastCall>();
        while (await reader.ReadAsync(cancel))
        {
            calls.Add(new PastCall(
                reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2),
                new RecordedOutcome(reader.GetString(3), JsonElement.Parse(reader.GetString(4))),
                reader.IsDBNull(5) ? null : reader.GetString(5), reader.IsDBNull(6) ? null : JsonElement.Parse(reader.GetString(6)), reader.GetBoolean(7), reader.GetFieldValue<string[]>(8)));
        }

        return calls;
    }
}
