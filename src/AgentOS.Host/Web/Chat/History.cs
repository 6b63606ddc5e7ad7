using System.Text.Json;
using AgentOS.Identity;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Host.Web.Chat;

/// <summary>A conversation so far, from its journal, as the page shows it again.</summary>
internal sealed class History(IJournal journal, IApprovals approvals, IToolCatalog catalog)
{
    private const int TurnsShown = 50;

    public async ValueTask<IReadOnlyList<PastTurn>> ReadAsync(Principal principal, string conversation, CancellationToken cancel)
    {
        var turns = new List<PastTurn>();
        foreach (var entries in (await journal.ReadAsync(principal, conversation, TurnsShown, cancel)).GroupBy(e => e.Turn))
        {
            var turn = new PastTurn();
            foreach (var entry in entries) Add(turn, entry);
            if (turn.Reply is not null) turns.Add(turn);
        }

        if (turns is [.., { WaitsFor: { } waiting } last])
            turns[^1] = last with { Approval = (await approvals.FindAsync(principal, waiting, cancel))?.Approval };
        return turns;
    }

    private void Add(PastTurn turn, JournalEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Payload);
        var payload = document.RootElement;
        switch (entry.Kind)
        {
            case JournalKind.UserMessage:
            case JournalKind.ApprovalAnswered:
                turn.Said ??= Text(payload, "text");
                break;
            case JournalKind.ModelMessage:
                foreach (var call in Contents<FunctionCallContent>(payload)) turn.Tools.Add(Started(call));
                break;
            case JournalKind.ToolResults when payload.TryGetProperty("message", out var message):
                foreach (var result in Contents<FunctionResultContent>(message)) Finish(turn, result);
                break;
            case JournalKind.TurnEnded:
                (turn.Reply, turn.Language, turn.Agent) = (Text(payload, "reply"), Text(payload, "language"), Text(payload, "agent"));
                turn.WaitsFor = Text(payload, "approval");
                break;
        }
    }

    private PastTool Started(FunctionCallContent call) => new(
        call.CallId, catalog.Find(call.Name)?.Name ?? call.Name, JsonSerializer.SerializeToElement(call.Arguments, AIJsonUtilities.DefaultOptions));

    private static void Finish(PastTurn turn, FunctionResultContent result)
    {
        var at = turn.Tools.FindIndex(tool => tool.CallId == result.CallId);
        var reply = ToolReply.From(result.Result);
        if (at >= 0) turn.Tools[at] = turn.Tools[at] with { Succeeded = reply is null or { Succeeded: true }, Said = reply?.Said, Data = reply?.Data };
    }

    private static IEnumerable<T> Contents<T>(JsonElement message) =>
        message.Deserialize<ChatMessage>(AIJsonUtilities.DefaultOptions)?.Contents.OfType<T>() ?? [];

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A turn that has ended.</summary>
internal sealed record PastTurn
{
    public string? Said { get; set; }

    public string? Reply { get; set; }

    public string? Language { get; set; }

    public string? Agent { get; set; }

    public List<PastTool> Tools { get; } = [];

    public Approval? Approval { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public string? WaitsFor { get; set; }
}

/// <summary>A call that was made in a turn.</summary>
internal sealed record PastTool(string CallId, string Tool, JsonElement Arguments, bool Succeeded = false, string? Said = null, JsonElement? Data = null);
