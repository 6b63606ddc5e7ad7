using System.Collections.Concurrent;
using System.Text.Json;
using AgentOS.Data;
using AgentOS.Identity;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Host.Tests.Fakes;

/// <summary>A pipeline whose answers the test gives; keeps the calls it was asked for.</summary>
internal sealed class TestPipeline : IToolPipeline, IApprovals
{
    public ConcurrentQueue<ToolCall> Calls { get; } = [];

    public ConcurrentQueue<(string Approval, bool Approved)> Answers { get; } = [];

    public Func<ToolCall, ToolReply> OnCall { get; set; } = call => Done(call.Tool.Name);

    public PendingApproval? Pending { get; set; }

    public static ToolReply Done(string said) => new()
    {
        View = nameof(TestView),
        Data = JsonElement.Parse("""{"number":"LEAD-00001"}"""),
        Said = said,
    };

    public static Approval Approval { get; } = new(
        "apr-1", "orders.create", JsonElement.Parse("""{"customer":"Contoso"}"""), "40 espresso for Contoso. Shall I?",
        [new RowChange("erp.sales_orders", Guid.Empty, RowChangeKind.Inserted, "SO-1001", [new ColumnChange("status", null, JsonElement.Parse("\"draft\""))])],
        new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    public ValueTask<ToolReply> CallAsync(ToolCall call, CancellationToken cancel)
    {
        Calls.Enqueue(call);
        return ValueTask.FromResult(OnCall(call));
    }

    public ValueTask<ToolReply> AnswerApprovalAsync(Principal principal, string approval, bool approved, string language, CancellationToken cancel)
    {
        Answers.Enqueue((approval, approved));
        return ValueTask.FromResult(approved ? Done("ordered") : ToolReply.Failed(new ToolError("approval_refused", "It was refused.")));
    }

    public ValueTask RequestAsync(Principal principal, string? conversation, Approval approval, string callKey, CancellationToken cancel) => ValueTask.CompletedTask;

    public ValueTask<PendingApproval?> FindAsync(Principal principal, string approval, CancellationToken cancel) =>
        ValueTask.FromResult(Pending?.Approval.Id == approval ? Pending : null);

    public ValueTask CloseAsync(Principal principal, string approval, CancellationToken cancel) => ValueTask.CompletedTask;
}
