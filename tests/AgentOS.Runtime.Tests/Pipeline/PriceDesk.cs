using System.Text.Json;
using AgentOS.Data;
using AgentOS.Identity;
using AgentOS.Runtime.Pipeline;
using AgentOS.Runtime.Tests.Turns;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Runtime.Tests.Pipeline;

/// <summary>A pipeline over one confirmed tool that sells at today's price.</summary>
internal sealed class PriceDesk : IToolTransactions, IApprovals, IPresenter, IToolInvoker
{
    private readonly Dictionary<string, PendingApproval> open = [];

    public PriceDesk()
    {
        Sell = TurnFixture.Place with { Invoker = this };
        Pipeline = new ToolPipeline(this, this, this, new Runtime.Catalog.ToolCatalog([Sell]), TimeProvider.System, NullLogger<ToolPipeline>.Instance);
    }

    public ToolPipeline Pipeline { get; }

    public ToolDescriptor Sell { get; }

    public decimal Price { get; set; } = 10;

    public List<decimal> Sold { get; } = [];

    public ValueTask<ToolReply> OrderAsync() =>
        Pipeline.CallAsync(new ToolCall(Sell, JsonElement.Parse("""{"item":"tea"}"""), TurnFixture.Sara, Language.English, "key"), CancellationToken.None);

    public ValueTask<ToolReply> AnswerAsync(string approval, bool approved, string language = Language.English) =>
        Pipeline.AnswerApprovalAsync(TurnFixture.Sara, approval, approved, language, CancellationToken.None);

    public object Bind(JsonElement arguments) => arguments;

    public ValueTask<object> RunAsync(IServiceProvider services, object input, ToolContext context, CancellationToken cancel) => new(Price);

    public JsonElement Serialize(object view) => JsonSerializer.SerializeToElement(view);

    public string Say(string template, string? fallback, JsonElement data, string language) => $"{language} {template} {data}";

    public ValueTask<IToolTransaction> BeginAsync(ToolContext context, Effect effect, CancellationToken cancel) => new(new Transaction(this));

    public ValueTask RequestAsync(Principal principal, string? conversation, Approval approval, string callKey, CancellationToken cancel)
    {
        open[approval.Id] = new PendingApproval(approval, conversation, callKey);
        return default;
    }

    public ValueTask<PendingApproval?> FindAsync(Principal principal, string approval, CancellationToken cancel) => new(open.GetValueOrDefault(approval));

    public ValueTask CloseAsync(Principal principal, string approval, CancellationToken cancel)
    {
        open.Remove(approval);
        return default;
    }

    private sealed class Transaction(PriceDesk desk) : IToolTransaction
    {
        public IServiceProvider Services => null!;

        public IReferenceResolver References => null!;

        public ValueTask<RecordedOutcome?> ClaimAsync(CancellationToken cancel) => default;

        public ValueTask<IReadOnlyList<RowChange>> FlushAsync(CancellationToken cancel) => new([]);

        public ValueTask CommitAsync(ToolDescriptor tool, JsonElement arguments, RecordedOutcome outcome, ToolInverse? inverse, IReadOnlyList<JournalEntry> journal, string? approval, CancellationToken cancel)
        {
            Assert.True(approval is not null && desk.open.Remove(approval));
            desk.Sold.Add(outcome.Data.GetDecimal());
            return default;
        }

        public ValueTask DisposeAsync() => default;
    }
}
