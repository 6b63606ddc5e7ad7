using Npgsql;

namespace AgentOS.Host.Identity;

/// <summary>A transaction whose settings say whose rows may be seen. Without a commit nothing of it stays.</summary>
internal sealed class BoundSession(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public static async ValueTask<BoundSession> BeginAsync(NpgsqlDataSource sessions, CancellationToken cancel)
    {
        var connection = await sessions.OpenConnectionAsync(cancel);
        return new(connection, await connection.BeginTransactionAsync(cancel));
    }

    public async ValueTask BindAsync(string setting, string value, CancellationToken cancel) =>
        await AllAsync("select set_config($1, $2, true)", row => row.GetString(0), cancel, setting, value);

    public async ValueTask<T?> FirstAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params object[] values) =>
        (await AllAsync(sql, read, cancel, values)).FirstOrDefault();

    public async ValueTask<List<T>> AllAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value is ReadOnlyMemory<byte> bytes ? bytes.ToArray() : value });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var all = new List<T>();
        while (await rows.ReadAsync(cancel)) all.Add(read(rows));
        return all;
    }

    public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
