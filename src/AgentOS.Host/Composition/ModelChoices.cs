using System.Collections.Concurrent;
using AgentOS.Models.Fallback;
using AgentOS.Models.Settings;
using AgentOS.Understanding;
using Microsoft.Extensions.AI;

namespace AgentOS.Host.Composition;

/// <summary>The model for all, and those that agents' files name for themselves; one client for each name.</summary>
internal sealed class ModelChoices(IChatClient common, HostSettings settings, EmbeddedChatClient embedded, TimeProvider time, ILogger<FallbackChatClient> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, IChatClient> own = new(StringComparer.Ordinal);

    public IChatClient For(string? model) => model is null
        ? common
        : own.GetOrAdd(model, name => ModelFactory.Create(settings.Models with { Model = name }, () => embedded, time, log));

    public void Dispose()
    {
        foreach (var client in own.Values) client.Dispose();
    }
}
