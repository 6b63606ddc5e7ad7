using AgentOS.Identity;
using AgentOS.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Plays a conversation: the embedded model, the shipped agents, the real loop, turn by turn from the journal.</summary>
internal sealed class ConversationRun : IDisposable
{
    private static readonly Tenant Najd = new(Guid.Parse("00000000-0000-7000-8000-000000000001"), "Najd Roastery", TimeZoneInfo.Utc, "SAR", DayOfWeek.Sunday);
    private static readonly Principal Sara = new(Najd, Guid.Parse("00000000-0000-7000-8000-0000000000a1"), "Sara", new HashSet<string> { "*" });

    private readonly MemoryJournal journal = new();
    private readonly MemoryApprovals approvals = new();
    private readonly Listening model = new(Catalogs.Client);
    private readonly ScriptedPipeline pipeline;

    private ConversationRun() => pipeline = new ScriptedPipeline(journal, approvals);

    /// <summary>What went wrong first, with the line; <see langword="null"/> when nothing did.</summary>
    public static async Task<string?> FailureOf(ScriptedConversation conversation)
    {
        using var run = new ConversationRun();
        for (var i = 0; i < conversation.Lines.Count; i++)
        {
            var line = conversation.Lines[i];
            var reply = await run.SayAsync(line);
            var failures = LineCheck.Failures(line, new LineOutcome(reply, run.pipeline.Made, run.pipeline.Approved, run.model.Waiting), conversation.Folder).ToList();
            if (failures.Count > 0)
                return $"{conversation.Title}\n  line {i + 1}, “{line.Say}”\n  - {string.Join("\n  - ", failures)}\n  the reply was: {reply}";
        }

        return null;
    }

    public void Dispose() => model.Dispose();

    private async Task<string> SayAsync(ScriptedLine line)
    {
        pipeline.Begin(line);
        var conversations = new Runtime.Turns.Conversations(journal, pipeline, approvals, new ShippedAgents(model), new Saturday(), NullLogger<Runtime.Turns.Conversations>.Instance);
        var result = await new ArabiziConversations(conversations).SayAsync(new IncomingMessage(Sara, "c", line.Say), null, CancellationToken.None);
        return result.Reply;
    }

    /// <summary>Saturday, 21 November 2026.</summary>
    private sealed class Saturday : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    }
}
