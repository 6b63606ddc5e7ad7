using System.Data;
using Npgsql;

namespace AgentOS.Postgres.Session;

/// <summary>A connection within a transaction that sees one tenant's rows.</summary>
internal sealed class PostgresSession : IAsyncDisposable
{
    private PostgresSession(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid tenant) =>
        (Connection, Transaction, Tenant) = (connection, transaction, tenant);

    public NpgsqlConnection Connection { get; }

    public NpgsqlTransaction Transaction { get; }

    public Guid Tenant { get; }

    /// <summary>Begins a transaction and sets its tenant, in one round trip.</summary>
    public static async ValueTask<PostgresSession> BeginAsync(NpgsqlDataSource source, Guid tenant, bool readOnly, CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
            await using var batch = new NpgsqlBatch(connection, transaction);
            if (readOnly) batch.BatchCommands.Add(new NpgsqlBatchCommand("set transaction read only"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('agentos.tenant', $1, true)") { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.ToString() } } });
            await batch.ExecuteNonQueryAsync(cancel);
            return new PostgresSession(connection, transaction, tenant);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A command of this transaction; its values are <c>$1</c>, <c>$2</c> and so on.</summary>
    public NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, Connection, Transaction);
        foreach (var value in values)
            command.Parameters.Add(Sql.Parameter(value));
        return command;
    }

    public ValueTask DisposeAsync() => DisposeAllAsync();

    private async ValueTask DisposeAllAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
