using System.Diagnostics;
using AgentOS.EndToEnd;
using AgentOS.Host.Composition;
using Xunit;

[assembly: AssemblyFixture(typeof(FirstStart))]

namespace AgentOS.EndToEnd;

/// <summary>What a first start leaves in an empty folder: made when it is first wanted, once for all tests, which get copies of it.</summary>
public sealed class FirstStart : IAsyncLifetime
{
    private readonly Copy made = new();
    private readonly Lazy<Task> started;

    public FirstStart() => started = new Lazy<Task>(StartAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A copy of one's own, as it stands after its first start.</summary>
    internal async Task<Copy> CopyAsync()
    {
        await started.Value;
        var copy = new Copy();
        // The database's files stay whose they are.
        using var copying = Process.Start("cp", ["-a", Path.Combine(made.Home, "."), copy.Home]);
        await copying.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, copying.ExitCode);
        return copy;
    }

    public ValueTask DisposeAsync()
    {
        made.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task StartAsync()
    {
        await using var server = await Server.StartAsync(SettingsFile.Load(name => made.Environment.GetValueOrDefault(name)), ["http://127.0.0.1:0"], CancellationToken.None);
    }
}
