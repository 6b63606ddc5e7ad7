using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgentOS.Testing;

/// <summary>
/// A database and the services on it for a test class (<c>IClassFixture</c>). Derive to register modules and whatever the class needs.
/// </summary>
public class DatabaseFixture : IAsyncLifetime
{
    private ServiceProvider? services;
    private TestDatabase? database;

    /// <summary>The services, PostgreSQL's among them.</summary>
    public IServiceProvider Services => services ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <summary>The database.</summary>
    public TestDatabase Database => database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        Register(collection);
        database = await TestDatabase.AddAsync(collection);
        services = collection.BuildServiceProvider(validateScopes: true);
        await ReadyAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (services is not null) await services.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    /// <summary>Registers modules (as <c>IModule</c>, by type or instance) and other services.</summary>
    protected virtual void Register(IServiceCollection services)
    {
    }

    /// <summary>Called when the services are there; fills in data.</summary>
    protected virtual ValueTask ReadyAsync() => ValueTask.CompletedTask;
}
