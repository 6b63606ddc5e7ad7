using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AgentOS.Domain.Tests.Crm;

/// <summary>Counts the SQL commands that EF sends on behalf of one flow of control, whatever other tests do meanwhile.</summary>
internal sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<QueryCount?> Current = new();
    private int commands;

    // Before any context exists: EF remembers for a second that nobody listens.
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new QueryCount());

    /// <summary>How many commands the work takes.</summary>
    public static async Task<int> OfAsync(Func<Task> work)
    {
        var count = Current.Value = new QueryCount();
        await work();
        Current.Value = null;
        return count.commands;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.EntityFrameworkCore") listener.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> happened)
    {
        if (happened.Key.EndsWith("CommandExecuted", StringComparison.Ordinal) && Current.Value is { } count) Interlocked.Increment(ref count.commands);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
