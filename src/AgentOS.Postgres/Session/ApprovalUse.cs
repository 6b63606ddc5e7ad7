using System.Text.Json;
using AgentOS.Identity;
using AgentOS.Tools;

namespace AgentOS.Postgres.Session;

/// <summary>Uses an approval up, in the transaction of the call that it allows.</summary>
internal static class ApprovalUse
{
    private const string Consume = """
        update runtime.approvals set used_at = now()
        where tenant_id = $1 and id = $2 and user_id = $3 and tool = $4 and arguments = $5
          and used_at is null and closed_at is null and expires_at > now()
        """;

    private const string Why = """
        select case when used_at is not null then 'approval_used' when closed_at is not null then 'approval_unknown'
          when expires_at <= now() then 'approval_expired' else 'approval_mismatch' end
        from runtime.approvals where tenant_id = $1 and id = $2 and user_id = $3
        """;

    /// <exception cref="ToolException"><c>approval_unknown</c>, <c>approval_used</c>, <c>approval_expired</c>, or <c>approval_mismatch</c>: it was given for another call.</exception>
    public static async ValueTask ConsumeAsync(PostgresSession session, Principal principal, string approval, string tool, JsonElement arguments, CancellationToken cancel)
    {
        await using var consume = session.Command(Consume, session.Tenant, approval, principal.UserId, tool, arguments);
        if (await consume.ExecuteNonQueryAsync(cancel) == 1) return;
        await using var why = session.Command(Why, session.Tenant, approval, principal.UserId);
        var code = await why.ExecuteScalarAsync(cancel) as string ?? "approval_unknown";
        throw new ToolException(code, code switch
        {
            "approval_used" => "This approval has been used already. Ask again if it is to be done once more.",
            "approval_expired" => "This approval has expired. Ask again.",
            "approval_mismatch" => "This approval was given for another call.",
            _ => "There is no such approval.",
        });
    }
}
