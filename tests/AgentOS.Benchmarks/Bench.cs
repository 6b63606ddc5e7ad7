using AgentOS.Identity;
using AgentOS.Runtime.Turns;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Benchmarks;

/// <summary>The runtime around one agent with the job's tool, and nothing of the business.</summary>
internal sealed class Bench(Job job, IChatClient model, IJournal journal)
{
    public static readonly Principal Person = new(
        new Tenant(Guid.Parse("00000000-0000-7000-8000-00000000be4c"), "Benchmark", TimeZoneInfo.Utc, "SAR", DayOfWeek.Sunday),
        Guid.Parse("00000000-0000-7000-8000-00000000be4d"),
        "Benchmark",
        new HashSet<string> { "*" });

    private readonly Conversations conversations = new(journal, new NoTools(), new NoApprovals(), new OneAgent(job, model), TimeProvider.System, NullLogger<Conversations>.Instance);

    public async ValueTask TurnAsync(string conversation, int turn)
    {
        var result = await conversations.SayAsync(new IncomingMessage(Person, conversation, job.UserText(turn)), null, CancellationToken.None);
        if (result.Reply != job.Final) throw new InvalidOperationException($"Wrong reply ({result.Reason}): {result.Reply}");
    }

    private sealed class OneAgent(Job job, IChatClient model) : IAgentDirectory
    {
        public AgentSpec Entry { get; } = new() { Name = "orders", Model = model, Tools = [job.Tool], Instructions = (_, _, _) => job.System };

        public AgentSpec? Find(string name) => name == Entry.Name ? Entry : null;
    }

    /// <summary>The job's tool is a plain function; nothing here goes through the business's pipeline.</summary>
    private sealed class NoTools : IToolPipeline
    {
        public ValueTask<ToolReply> CallAsync(ToolCall call, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<ToolReply> AnswerApprovalAsync(Principal principal, string approval, bool approved, string language, CancellationToken cancel) => throw new NotSupportedException();
    }

    private sealed class NoApprovals : IApprovals
    {
        public ValueTask RequestAsync(Principal principal, string? conversation, Approval approval, string callKey, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<PendingApproval?> FindAsync(Principal principal, string approval, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask CloseAsync(Principal principal, string approval, CancellationToken cancel) => throw new NotSupportedException();
    }
}
