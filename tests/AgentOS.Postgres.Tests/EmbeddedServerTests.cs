using System.Diagnostics;
using AgentOS.Data;
using AgentOS.Postgres.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace AgentOS.Postgres.Tests;

public sealed class EmbeddedServerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("agentos-server-").FullName;

    public EmbeddedServerTests()
    {
        // As root, the server's account must be able to get there.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
    }

    private string Root => Path.Combine(folder, "postgres");

    [Fact]
    public async Task Start_TwiceInAFolder_SharesOneServerUntilTheLastLeaves()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        Assert.Equal((false, true), (first.Adopted, second.Adopted));
        Assert.Equal(first.Postmaster, second.Postmaster);

        await first.DisposeAsync();
        Assert.Equal(1L, await ScalarAsync(second, "select 1::bigint"));
        await second.DisposeAsync();

        Assert.Null(second.Postmaster);
        await Assert.ThrowsAsync<NpgsqlException>(() => ScalarAsync(second, "select 1::bigint"));
    }

    [Fact]
    public async Task Start_AfterServerWasKilled_KeepsWhatWasCommitted()
    {
        var first = await StartAsync();
        await ScalarAsync(first, "create table kept (n int); insert into kept values (7); select 1::bigint");
        await KillAsync(first.Postmaster!.Value);
        await first.DisposeAsync();

        await using var second = await StartAsync();

        Assert.Equal(7, await ScalarAsync(second, "select n from kept"));
    }

    [Fact]
    public async Task Start_PidFileNamesAnotherProgram_StartsAnyway()
    {
        var first = await StartAsync();
        await first.DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Root, "data", "postmaster.pid"), $"{Environment.ProcessId}\n{Path.Combine(Root, "data")}\n1\n5432\n{Path.Combine(Root, "socket")}\n\n0 0\nready\n");

        await using var second = await StartAsync();

        Assert.Equal(1L, await ScalarAsync(second, "select 1::bigint"));
    }

    [Fact]
    public async Task Start_HostLeftWithoutStopping_TakesTheServerOver()
    {
        var killed = await StartAsync();
        var postmaster = killed.Postmaster;
        killed.Abandon();

        await using var next = await StartAsync();

        Assert.True(next.Adopted);
        Assert.Equal(postmaster, next.Postmaster);
    }

    [Fact]
    public async Task Start_HalfFinishedInitialisation_IsDoneAgain()
    {
        Directory.CreateDirectory(Root);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Root, (UnixFileMode)0b111_111_111);
        Directory.CreateDirectory(Path.Combine(Root, "data.new", "base"));
        await File.WriteAllTextAsync(Path.Combine(Root, "data.new", "PG_VERSION"), "15");

        await using var server = await StartAsync();

        Assert.Equal(1L, await ScalarAsync(server, "select 1::bigint"));
        Assert.False(Directory.Exists(Path.Combine(Root, "data.new")));
    }

    [Fact]
    public async Task Start_TwoFolders_RunSideBySide()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync(Path.Combine(folder, "copy"));

        await ScalarAsync(one, "create table only_here (n int); select 1::bigint");

        Assert.NotEqual(one.Postmaster, other.Postmaster);
        Assert.Null(await ScalarAsync(other, "select to_regclass('only_here')::text"));
    }

    [Fact]
    public async Task Start_FolderWithALongName_StillHasASocket()
    {
        var deep = Path.Combine([folder, .. Enumerable.Repeat("a folder's rather long name", 5)]);

        await using var server = await StartAsync(deep);

        Assert.Equal(1L, await ScalarAsync(server, "select 1::bigint"));
        Assert.True(server.Socket.Length < 90);
    }

    [Fact]
    public async Task Start_Running_IsNotReachableFromOutside()
    {
        await using var server = await StartAsync();

        Assert.Equal("", await ScalarAsync(server, "show listen_addresses"));
        if (!OperatingSystem.IsWindows()) Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(server.Socket));
    }

    [Fact]
    public async Task Start_FolderNotWritable_SaysWhatToDo()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, "");

        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => StartAsync(Path.Combine(file, "postgres")));

        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_VersionThatIsNotThere_NamesIt()
    {
        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => BinarySearch.FindAsync("nowhere", 9, CancellationToken.None));

        Assert.Contains("PostgreSQL 9", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FATAL: could not write: No space left on device", "disk is full")]
    [InlineData("initdb: could not create directory: Permission denied", "is denied")]
    public void Explain_KnownTrouble_SaysWhatToDo(string output, string expected) =>
        Assert.Contains(expected, Failure.Explain("The database did not start", "/data", output).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<EmbeddedServer> StartAsync(string? root = null) =>
        EmbeddedServer.StartAsync(root ?? Root, "node_modules", NullLogger.Instance, CancellationToken.None, "fsync = off\n");

    private static async Task<object?> ScalarAsync(EmbeddedServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", EmbeddedServer.Owner) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is var value and not DBNull ? value : null;
    }

    private static async Task KillAsync(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await process.WaitForExitAsync();
    }
}
