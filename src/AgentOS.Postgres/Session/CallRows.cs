using System.Text.Json;
using AgentOS.Data;
using AgentOS.Tools;
using Npgsql;

namespace AgentOS.Postgres.Session;

/// <summary>What is kept about a call: its key with the outcome, and the audit record.</summary>
internal static class CallRows
{
    /// <summary>Waits for a concurrent claim of the same key to end.</summary>
    public const string Claim = """
        insert into runtime.calls (tenant_id, key, user_id, conversation, at) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, key) do nothing
        """;

    private const string Outcome = """
        update runtime.calls set tool = $3, arguments = $4, view = $5, data = $6, inverse_tool = $7, inverse_input = $8, changes = $9, undoes = $10
        where tenant_id = $1 and key = $2
        """;

    private const string Audit = """
        insert into runtime.audit (tenant_id, at, user_id, user_name, conversation, call_key, tool, arguments, approval, rows)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string Undone = "update runtime.calls set undone_by = $3 where tenant_id = $1 and key = $2";

    public static void AddTo(NpgsqlBatch batch, CallRecord call, bool claimed)
    {
        var (context, tenant) = (call.Context, call.Context.Principal.Tenant.Id);
        if (!claimed)
            batch.Add(Claim, tenant, context.CallKey, context.Principal.UserId, Sql.Text(context.ConversationId), context.Now);
        batch.Add(
            Outcome, tenant, context.CallKey, call.Tool.Name, call.Arguments, call.Outcome.View, call.Outcome.Data,
            Sql.Text(call.Inverse?.Tool), Sql.Json(call.Inverse is { } inverse ? JsonSerializer.Serialize(inverse.Input, inverse.Input.GetType(), ToolJson.Options) : null),
            call.Rows > 0, Sql.Text(call.Undoes));
        batch.Add(
            Audit, tenant, context.Now, context.Principal.UserId, context.Principal.Name, Sql.Text(context.ConversationId),
            context.CallKey, call.Tool.Name, call.Arguments, Sql.Text(call.Approval), call.Rows);
        if (call.Undoes is { } undone) batch.Add(Undone, tenant, undone, context.CallKey);
    }
}

/// <summary>A call that is about to be committed.</summary>
internal sealed record CallRecord(
    ToolContext Context, ToolDescriptor Tool, JsonElement Arguments, RecordedOutcome Outcome, ToolInverse? Inverse, string? Approval, string? Undoes, int Rows);
