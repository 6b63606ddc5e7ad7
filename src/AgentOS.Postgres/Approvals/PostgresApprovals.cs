using System.Text.Json;
using AgentOS.Data;
using AgentOS.Identity;
using AgentOS.Postgres.Session;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Postgres.Approvals;

/// <summary>Keeps approvals. They are used up by the call that they allow, in its transaction.</summary>
internal sealed class PostgresApprovals(PostgresDatabase database) : IApprovals
{
    private const string Request = """
        insert into runtime.approvals (tenant_id, id, user_id, conversation, tool, arguments, summary, changes, call_key, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string Find = """
        select tool, arguments::text, summary, changes::text, conversation, call_key, expires_at from runtime.approvals
        where tenant_id = $1 and id = $2 and user_id = $3 and used_at is null and closed_at is null and expires_at > now()
        """;

    private const string Close = "update runtime.approvals set closed_at = now() where tenant_id = $1 and id = $2 and user_id = $3 and used_at is null and closed_at is null";

    public async ValueTask RequestAsync(Principal principal, string? conversation, Approval approval, string callKey, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(approval);
        await using var session = await BeginAsync(principal, readOnly: false, cancel);
        await using var command = session.Command(
            Request, session.Tenant, approval.Id, principal.UserId, Sql.Text(conversation), approval.Tool, approval.Arguments,
            approval.Summary, Sql.Json(JsonSerializer.Serialize(approval.Changes, ToolJson.Options)), callKey, approval.ExpiresAt);
        await command.ExecuteNonQueryAsync(cancel);
        await session.Transaction.CommitAsync(cancel);
    }

    public async ValueTask<PendingApproval?> FindAsync(Principal principal, string approval, CancellationToken cancel)
    {
        await using var session = await BeginAsync(principal, readOnly: true, cancel);
        await using var command = session.Command(Find, session.Tenant, approval, principal.UserId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        var found = new Approval(
            approval, reader.GetString(0), JsonElement.Parse(reader.GetString(1)), reader.GetString(2),
            JsonSerializer.Deserialize<List<RowChange>>(reader.GetString(3), ToolJson.Options)!,
            reader.GetFieldValue<DateTimeOffset>(6));
        return new PendingApproval(found, reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetString(5));
    }

    public async ValueTask CloseAsync(Principal principal, string approval, CancellationToken cancel)
    {
        await using var session = await BeginAsync(principal, readOnly: false, cancel);
        await using var command = session.Command(Close, session.Tenant, approval, principal.UserId);
        await command.ExecuteNonQueryAsync(cancel);
        await session.Transaction.CommitAsync(cancel);
    }

    private async ValueTask<PostgresSession> BeginAsync(Principal principal, bool readOnly, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        try
        {
            return await PostgresSession.BeginAsync(await database.OpenAsync(cancel), principal.Tenant.Id, readOnly, cancel);
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }
}
