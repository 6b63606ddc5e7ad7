using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Data;
using AgentOS.Domain;
using AgentOS.Postgres.Session;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgentOS.Postgres.Undo;

/// <summary>
/// Puts one row as it was. It must still be as the call left it; of a commutative quantity only the difference that
/// the call made is given back, whatever it is now.
/// </summary>
internal static class RowRestoration
{
    private const string Version = "version";

    /// <returns>The change that was made.</returns>
    public static async ValueTask<RowChange> RestoreAsync(PostgresSession session, IModel model, RowChange change, CancellationToken cancel)
    {
        var type = model.GetEntityTypes().First(t => RowImage.Table(t) == change.Table);
        var table = $"\"{type.GetSchema()}\".\"{type.GetTableName()}\"";
        if (change.Kind == RowChangeKind.Deleted) return await InsertAsync(session, type, table, change, cancel);

        var commutative = Commutative(type);

        // Not the version: a row that was changed and put back since is as the call left it.
        var checks = change.Columns.Where(c => !commutative.Contains(c.Name) && c.Name != Version);
        var after = Image(checks, c => c.After);
        await using var read = session.Command(
            $"select to_jsonb(t)::text, to_jsonb(jsonb_populate_record(t, $3)) = to_jsonb(t) from {table} t where tenant_id = $1 and id = $2 for update",
            session.Tenant, change.Key, Sql.Json(after.ToJsonString()));
        JsonObject now;
        await using (var reader = await read.ExecuteReaderAsync(cancel))
        {
            if (!await reader.ReadAsync(cancel) || !reader.GetBoolean(1)) throw PostgresUndo.ChangedSince(change.Label);
            now = JsonNode.Parse(reader.GetString(0))!.AsObject();
        }

        return change.Kind == RowChangeKind.Inserted
            ? await DeleteAsync(session, table, change, now, cancel)
            : await UpdateAsync(session, table, change, now, commutative, cancel);
    }

    private static async ValueTask<RowChange> InsertAsync(PostgresSession session, IEntityType type, string table, RowChange change, CancellationToken cancel)
    {
        var row = Image(change.Columns, c => c.Before);
        if (type.ClrType.IsAssignableTo(typeof(Aggregate)))
        {
            await using var next = session.Command("select coalesce(max(version), 0) + 1 from runtime.events where tenant_id = $1 and aggregate = $2", session.Tenant, change.Key);
            row[Version] = (int)(await next.ExecuteScalarAsync(cancel))!;
        }

        await using var insert = session.Command($"insert into {table} select * from jsonb_populate_record(null::{table}, $1)", Sql.Json(row.ToJsonString()));
        await insert.ExecuteNonQueryAsync(cancel);
        return change with { Kind = RowChangeKind.Inserted, Columns = [.. row.Select(c => new ColumnChange(c.Key, null, Element(c.Value)))] };
    }

    private static async ValueTask<RowChange> DeleteAsync(PostgresSession session, string table, RowChange change, JsonObject now, CancellationToken cancel)
    {
        await using var delete = session.Command($"delete from {table} where tenant_id = $1 and id = $2", session.Tenant, change.Key);
        await delete.ExecuteNonQueryAsync(cancel);
        return change with { Kind = RowChangeKind.Deleted, Columns = [.. now.Select(c => new ColumnChange(c.Key, Element(c.Value), null))] };
    }

    private static async ValueTask<RowChange> UpdateAsync(PostgresSession session, string table, RowChange change, JsonObject now, HashSet<string> commutative, CancellationToken cancel)
    {
        var row = new JsonObject();
        foreach (var column in change.Columns)
        {
            row[column.Name] = column.Name == Version ? now[Version]!.GetValue<int>() + 1
                : commutative.Contains(column.Name) ? now[column.Name]!.GetValue<decimal>() + Number(column.Before) - Number(column.After)
                : Node(column.Before);
        }

        var columns = string.Join(", ", row.Select(c => $"\"{c.Key}\""));
        await using var update = session.Command(
            $"update {table} t set ({columns}) = (select {columns} from jsonb_populate_record(null::{table}, $3)) where tenant_id = $1 and id = $2",
            session.Tenant, change.Key, Sql.Json(row.ToJsonString()));
        await update.ExecuteNonQueryAsync(cancel);
        return change with { Columns = [.. row.Select(c => new ColumnChange(c.Key, Element(now[c.Key]), Element(c.Value)))] };
    }

    private static HashSet<string> Commutative(IEntityType type) =>
        [.. type.GetProperties().Where(p => p.PropertyInfo?.GetCustomAttribute<CommutativeAttribute>() is not null).Select(p => p.GetColumnName())];

    private static JsonObject Image(IEnumerable<ColumnChange> columns, Func<ColumnChange, JsonElement?> side)
    {
        var image = new JsonObject();
        foreach (var column in columns) image[column.Name] = Node(side(column));
        return image;
    }

    private static JsonNode? Node(JsonElement? value) => value is { ValueKind: not JsonValueKind.Null } element ? JsonNode.Parse(element.GetRawText()) : null;

    private static JsonElement? Element(JsonNode? value) => value is null ? null : JsonElement.Parse(value.ToJsonString());

    private static decimal Number(JsonElement? value) => value is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : 0;
}
