using System.Collections.Concurrent;
using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Host.Tests.Fakes;

/// <summary>Says back what it hears, word by word, with the number of the turn in its conversation.</summary>
internal sealed class TestConversations(TestJournal journal) : IConversations
{
    private readonly ConcurrentDictionary<string, int> turns = new();

    public ConcurrentQueue<IncomingMessage> Heard { get; } = [];

    public Func<IncomingMessage, ITurnObserver?, CancellationToken, Task<string>>? OnSay { get; set; }

    public async Task<TurnResult> SayAsync(IncomingMessage message, ITurnObserver? observer, CancellationToken cancel)
    {
        Heard.Enqueue(message);
        var turn = turns.AddOrUpdate(message.Conversation, 1, (_, n) => n + 1);
        var reply = OnSay is null ? $"{turn}: {message.Text}" : await OnSay(message, observer, cancel);
        if (observer is not null)
            foreach (var word in reply.Split(' ').Select((w, i) => i == 0 ? w : " " + w)) await observer.OnAsync(new TurnEvent.Text(word), cancel);
        journal.Keep(message.Conversation, message.Text, reply);
        return Result(reply, message.Agent ?? "router");
    }

    public Task<TurnResult> AnswerApprovalAsync(Principal principal, string conversation, string approval, bool approved, ITurnObserver? observer, CancellationToken cancel) =>
        Task.FromResult(Result(approved ? "done" : "left", "erp"));

    private static TurnResult Result(string reply, string agent) =>
        new(Guid.CreateVersion7(), reply, "en", agent, TurnEnd.Answered, new TurnUsage(1, 0, 10, 5, 0));
}
