using System.Security.Cryptography;
using System.Text;
using AgentOS.Domain.Demo;
using AgentOS.Knowledge;
using AgentOS.Knowledge.Ingestion;
using AgentOS.Postgres.Accounts;

namespace AgentOS.Host.Composition;

/// <summary>What the demo company has written down: the project's <c>knowledge/</c> folder. Added once, and again when the folder has changed.</summary>
internal sealed class DemoKnowledge(HostSettings settings, IKnowledgeStore store, KnowledgeIntake intake, PostgresAccounts accounts)
{
    private const string Folder = "knowledge";

    private string Stamp => Path.Combine(settings.Home, "demo-knowledge");

    /// <summary>Adds what is new or has changed. A document that somebody has removed stays away until the folder changes.</summary>
    public async Task AddAsync(TextWriter progress, CancellationToken cancel)
    {
        var folder = Path.Combine(settings.Root, Folder);
        if (!Directory.Exists(folder)) return;
        var state = await StateAsync(folder, cancel);
        var known = File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, cancel) == state;
        if (known && await store.PositionAsync(DemoCompany.Tenant.Id, cancel) > 0) return;
        if ((await accounts.FirstAsync(cancel))?.Tenant.Id != DemoCompany.Tenant.Id) return;
        var report = await intake.AddAsync(new IntakeRequest(DemoCompany.Tenant.Id, [folder]) { Root = settings.Root }, null, cancel);
        foreach (var problem in report.Problems) await progress.WriteLineAsync($"{Path.GetRelativePath(settings.Root, problem.Path)}: {problem.Message}");
        await File.WriteAllTextAsync(Stamp, state, cancel);
    }

    private static async Task<string> StateAsync(string folder, CancellationToken cancel)
    {
        var state = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(file);
            state.Append(Path.GetRelativePath(folder, file)).Append(' ').Append(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel))).Append('\n');
        }

        return state.ToString();
    }
}
