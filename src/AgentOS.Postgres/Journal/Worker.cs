using Npgsql;

namespace AgentOS.Postgres.Journal;

/// <summary>
/// This process as others see it: a name in the leases of the turns it works on, and a lock that the server
/// holds for it exactly as long as it lives.
/// </summary>
internal sealed class Worker(PostgresDatabase database) : IAsyncDisposable
{
    /// <summary>How long a turn may go without an entry before others take its worker for dead, though it seems alive.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim gate = new(1, 1);
    private NpgsqlConnection? alive;

    public string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>Takes the lock; again if the connection that held it was lost.</summary>
    public async ValueTask LiveAsync(CancellationToken cancel)
    {
        if (alive is { State: System.Data.ConnectionState.Open }) return;
        await gate.WaitAsync(cancel);
        try
        {
            if (alive is { State: System.Data.ConnectionState.Open }) return;
            if (alive is not null) await alive.DisposeAsync();
            alive = null;
            var connection = await (await database.OpenAsync(cancel)).OpenConnectionAsync(cancel);
            await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = Name } } };
            await command.ExecuteNonQueryAsync(cancel);
            alive = connection;
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (alive is { State: System.Data.ConnectionState.Open })
        {
            await using (var release = new NpgsqlCommand("select pg_advisory_unlock_all()", alive))
                await release.ExecuteNonQueryAsync();
            await alive.DisposeAsync();
        }

        gate.Dispose();
    }
}
