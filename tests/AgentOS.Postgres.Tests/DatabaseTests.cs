using AgentOS.Data;
using AgentOS.Postgres.Accounts;
using AgentOS.Postgres.Migrations;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace AgentOS.Postgres.Tests;

public sealed class DatabaseTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Run_ManyProcessesAtOnce_AppliesEachMigrationOnce()
    {
        await using var empty = await TestDatabase.ForkAsync();
        var sources = new MigrationSources([typeof(ShopTables).Assembly]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var connection = new NpgsqlConnection(empty.OwnerConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            await new MigrationRunner(sources, null).RunAsync(connection, CancellationToken.None);
        })));

        Assert.Equal((long)sources.Migrations.Count, await empty.ScalarAsync("select count(*) from runtime.migrations"));
        Assert.Equal(0L, await empty.ScalarAsync("select count(*) from shop.items"));
    }

    [Theory]
    [InlineData("Host=/nowhere;Username=x;Password=hunter2;Database=d;Timeout=2")]
    [InlineData("Host=localhost;Port=1;Username=x;Password=hunter2;Database=d;Timeout=2")]
    [InlineData("Hosst=localhost;Password=hunter2")]
    [InlineData("hunter2")]
    public async Task Open_UnusableConnectionString_SaysSoWithoutThePassword(string connection)
    {
        await using var services = new ServiceCollection().AddAgentOSPostgres(new PostgresOptions { ConnectionString = connection }).BuildServiceProvider();

        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await services.GetRequiredService<PostgresDatabase>().OpenAsync(CancellationToken.None));

        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Postgres", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OwnServer_IsMigratedAndBound()
    {
        var folder = Directory.CreateTempSubdirectory("agentos-own-").FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        await using (var services = new ServiceCollection().AddAgentOSPostgres(new PostgresOptions { Folder = Path.Combine(folder, "postgres") }).BuildServiceProvider())
        {
            var source = await services.GetRequiredService<PostgresDatabase>().OpenAsync(CancellationToken.None);
            await using var command = source.CreateCommand("select current_user || '/' || session_user");
            Assert.Equal("agentos_app/agentos_session", await command.ExecuteScalarAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task FindByKey_KnownThenRevoked_IsFoundThenNot()
    {
        var accounts = shop.Get<PostgresAccounts>();
        await accounts.SaveAsync(TestPrincipals.Sara.Tenant, CancellationToken.None);
        await accounts.SaveAsync(TestPrincipals.Sara, CancellationToken.None);
        byte[] hash = [1, 2, 3];
        var key = await accounts.AddKeyAsync(TestPrincipals.Sara, "laptop", hash, CancellationToken.None);

        var found = await accounts.FindByKeyAsync(hash, CancellationToken.None);
        var unknown = await accounts.FindByKeyAsync(new byte[] { 9 }, CancellationToken.None);
        var revoked = await accounts.RevokeKeyAsync(TestPrincipals.Sara, key.Id, CancellationToken.None);

        Assert.Equal((TestPrincipals.Sara.UserId, TestPrincipals.Sara.Tenant), (found!.UserId, found.Tenant));
        Assert.True(found.May("anything:at-all"));
        Assert.Null(unknown);
        Assert.True(revoked);
        Assert.Null(await accounts.FindByKeyAsync(hash, CancellationToken.None));
        Assert.Equal("laptop", Assert.Single(await accounts.KeysAsync(TestPrincipals.Sara, CancellationToken.None)).Name);
        Assert.Equal(TestPrincipals.Sara.UserId, (await accounts.FirstAsync(CancellationToken.None))!.UserId);
    }
}
