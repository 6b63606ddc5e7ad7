using System.Reflection;

namespace AgentOS.Postgres;

/// <summary>Which database AgentOS works on, and where its own is kept.</summary>
public sealed class PostgresOptions
{
    /// <summary>A PostgreSQL 15 or later to use; <see langword="null"/> to run a private one.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where the private server keeps its data. Default <c>.agentos/postgres</c> under the current folder.</summary>
    public string Folder { get; set; } = Path.Combine(".agentos", "postgres");

    /// <summary>The folder that npm installs into, searched for the server's binaries. Default <c>node_modules</c>.</summary>
    public string NodeModules { get; set; } = "node_modules";

    /// <summary>Most connections that this process opens. Default 64.</summary>
    public int MaxConnections { get; set; } = 64;

    /// <summary>Assemblies with migrations, besides this one and those of the registered modules.</summary>
    public IList<Assembly> MigrationAssemblies { get; } = [];
}
