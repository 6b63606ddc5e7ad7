using System.Collections.Concurrent;
using System.Text.Json;
using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Host.Tests.Fakes;

/// <summary>Keeps what was said in the form that the runtime writes.</summary>
internal sealed class TestJournal : IJournal
{
    private readonly ConcurrentDictionary<string, List<JournalEntry>> kept = new();

    public void Keep(string conversation, string said, string reply)
    {
        var turn = Guid.CreateVersion7();
        var entries = kept.GetOrAdd(conversation, _ => []);
        entries.Add(new(conversation, turn, entries.Count + 1, JournalKind.UserMessage, JsonSerializer.SerializeToUtf8Bytes(new { text = said, language = "en" })));
        entries.Add(new(conversation, turn, entries.Count + 1, JournalKind.TurnEnded, JsonSerializer.SerializeToUtf8Bytes(new { reply, language = "en", agent = "router" })));
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Principal principal, string conversation, int turns, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<JournalEntry>>(kept.TryGetValue(conversation, out var entries) ? entries : []);

    public void Append(Principal principal, JournalEntry entry) => throw new NotSupportedException("Conversations are scripted here.");

    public ValueTask FlushAsync(Principal principal, string conversation, CancellationToken cancel) => ValueTask.CompletedTask;
}
