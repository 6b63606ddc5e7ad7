using AgentOS.Postgres;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentOS.Host.Composition;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(PostgresDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var query = (await database.OpenAsync(cancellationToken)).CreateCommand("select 1");
            await query.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(failed.Message);
        }
    }
}
