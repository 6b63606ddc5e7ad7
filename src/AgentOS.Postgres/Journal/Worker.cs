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
    private volatile bool suspected;

    public string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>Has the lock taken anew: a connection was lost, and the one that holds it perhaps as well.</summary>
    public void Suspect() => suspected = true;

    /// <summary>Takes the lock; again if the connection that held it was lost.</summary>
    public async ValueTask LiveAsync(CancellationToken cancel)
    {
        if (alive is not null && !suspected) return;
        await gate.WaitAsync(cancel);
        try
        {
            if (alive is not null && !suspected) return;
            suspected = false;
            await LeaveAsync();
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
        await LeaveAsync();
        gate.Dispose();
    }

    /// <summary>Closes the connection for good: back in the pool it would go on holding the lock.</summary>
    private async ValueTask LeaveAsync()
    {
        if (alive is null) return;
        NpgsqlConnection.ClearPool(alive);
        await alive.DisposeAsync();
        alive = null;
    }
}
