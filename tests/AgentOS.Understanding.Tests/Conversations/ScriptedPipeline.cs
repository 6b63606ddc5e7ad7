using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Data;
using AgentOS.Runtime.Pipeline;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>
/// The pipeline without its database: arguments are bound and checked and references resolved as they really are, approval is asked where it really is,
/// and in place of the tool's work stands what the script says came of it.
/// </summary>
internal sealed class ScriptedPipeline(MemoryJournal journal, MemoryApprovals approvals) : IToolPipeline
{
    private readonly Lock gate = new();
    private readonly List<ScriptedCall> script = [];
    private readonly SortedList<string, (string Tool, JsonObject Arguments)> made = new(StringComparer.Ordinal);

    /// <summary>Calls of this turn that the model made, in its order, though neighbouring reads run side by side.</summary>
    public IReadOnlyList<(string Tool, JsonObject Arguments)> Made => [.. made.Values];

    /// <summary>Calls of this turn that were run since a person approved of them.</summary>
    public List<(string Tool, JsonObject Arguments)> Approved { get; } = [];

    public void Begin(ScriptedLine line)
    {
        made.Clear();
        Approved.Clear();
        script.Clear();
        if (line.Approves is { } approved) script.Add(approved);
        foreach (var call in line.Calls) script.Add(call);
    }

    public async ValueTask<ToolReply> CallAsync(ToolCall call, CancellationToken cancel)
    {
        var arguments = JsonNode.Parse(call.Arguments.GetRawText())!.AsObject();
        lock (gate)
        {
            var spoken = (call.Tool.Name, Spoken.Of(arguments, call.Focus));
            if (call.Approval is null) made.Add(Place(call.CallKey), spoken);
            else Approved.Add(spoken);
        }

        var bound = ArgumentBinding.Bind(call);
        if (bound.Refusal is { } refusal) return ToolReply.Failed(refusal, refusal.Message);
        if (await ReferenceBinding.ResolveAsync(bound, call.Focus, new AnyName(), cancel) is { } unclear) return ToolReply.Failed(unclear, unclear.Message);
        var scripted = Next(call.Tool.Name);
        if (scripted.Error is { } error) return ToolReply.Failed(error, error.Choices is null ? scripted.Said ?? error.Message : scripted.Said);
        if (call.Approval is null && (call.Tool.Confirm || call.ForceConfirm)) return await AskAsync(call, scripted, cancel);
        var reply = Reply(call, scripted);
        foreach (var entry in call.Journal?.Invoke(reply) ?? []) journal.Append(call.Principal, entry);
        return reply;
    }

    public ValueTask<ToolReply> AnswerApprovalAsync(AgentOS.Identity.Principal principal, string approval, bool approved, string language, CancellationToken cancel) =>
        throw new NotSupportedException();

    private ScriptedCall Next(string tool)
    {
        lock (gate)
        {
            var next = script.Find(c => c.Tool == tool);
            if (next is not null) script.Remove(next);
            return next ?? new ScriptedCall(tool, null);
        }
    }

    /// <summary>A call's key ends with the place of its message and its own within that.</summary>
    private string Place(string key) =>
        string.Join('/', key.Split('/').Skip(1).Select(p => p.PadLeft(6, '0'))) + "/" + made.Count.ToString("000", System.Globalization.CultureInfo.InvariantCulture);

    private async ValueTask<ToolReply> AskAsync(ToolCall call, ScriptedCall scripted, CancellationToken cancel)
    {
        var summary = call.Language == Language.Arabic ? $"⁦{call.Tool.Name}⁩، أكمل؟ (نعم / لا)" : $"{call.Tool.Name}, go ahead? (yes / no)";
        var approval = new Approval(Guid.CreateVersion7().ToString("N"), call.Tool.Name, call.Arguments, summary, [], DateTimeOffset.MaxValue);
        await approvals.RequestAsync(call.Principal, call.Conversation, approval, call.CallKey, cancel);
        return Reply(call, scripted) with { Approval = approval, Said = summary };
    }

    private static ToolReply Reply(ToolCall call, ScriptedCall scripted) => new()
    {
        View = call.Tool.ViewType.Name,
        Data = JsonSerializer.SerializeToElement(new { }),
        Said = scripted.Said ?? (call.Language == Language.Arabic ? $"تم ⁦[{call.Tool.Name}]⁩" : $"[{call.Tool.Name}]"),
        Mentions = scripted.Shows,
    };

    /// <summary>Every name is somebody's; a script says where one is not.</summary>
    private sealed class AnyName : IReferenceResolver
    {
        public ValueTask<ReferenceMatch> ResolveAsync(Reference reference, CancellationToken cancel) =>
            new(ReferenceMatch.One(Mentions.Of(reference.Text, reference.Entity.Name).Id));
    }
}
