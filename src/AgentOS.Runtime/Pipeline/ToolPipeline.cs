using AgentOS.Data;
using AgentOS.Identity;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.Logging;

namespace AgentOS.Runtime.Pipeline;

/// <summary>The one way to the business, the same on every surface.</summary>
public sealed class ToolPipeline(
    IToolTransactions transactions, IApprovals approvals, IPresenter presenter, IToolCatalog catalog, TimeProvider time, ILogger<ToolPipeline> log) : IToolPipeline
{
    private const int Attempts = 4;
    private static readonly TimeSpan ApprovalLifetime = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public async ValueTask<ToolReply> CallAsync(ToolCall call, CancellationToken cancel)
    {
        var bound = ArgumentBinding.Bind(call);
        if (bound.Refusal is { } refusal) return Say(call, refusal);
        if (!call.Principal.May(call.Tool.Permission))
            return Say(call, new ToolError("forbidden", $"{call.Principal.Name} may not do this: the permission {call.Tool.Permission} is missing. Ask an administrator."));

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(call.Tool.Deadline);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(call, bound, limited.Token);
            }
            catch (RetriableConflictException) when (attempt < Attempts)
            {
                // Nothing was done; a fresh transaction sees what the other one left.
                bound = ArgumentBinding.Bind(call);
            }
            catch (ToolException refused)
            {
                return Say(call, new ToolError(refused.Code, refused.Message), refused.Details);
            }
            catch (DatabaseUnavailableException gone)
            {
                return Say(call, new ToolError("database_unavailable", gone.Message));
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return Say(call, new ToolError("timeout", $"{call.Tool.Name} took longer than {call.Tool.Deadline.TotalSeconds:0.#} s. Nothing was changed."));
            }
            catch (Exception failed) when (failed is not (OperationCanceledException or JournalConflictException))
            {
                var id = Guid.CreateVersion7().ToString("N")[..12];
                PipelineLog.CallFailed(log, failed, call.Tool.Name, id);
                return Say(call, new ToolError("internal", $"Something went wrong on our side and nothing was changed (reference {id}). Try again in a moment."));
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ToolReply> AnswerApprovalAsync(Principal principal, string approval, bool approved, string language, CancellationToken cancel)
    {
        var pending = await approvals.FindAsync(principal, approval, cancel)
            ?? throw new ToolException("approval_unknown", "There is no open approval with this id: it was answered, has expired, or never existed.");
        if (pending.Conversation is not null)
            throw new ToolException("approval_in_conversation", "This approval was asked for in a conversation and is answered there, so that the conversation knows.");
        var tool = catalog.Find(pending.Approval.Tool)
            ?? throw new ToolException("approval_unknown", $"The tool {pending.Approval.Tool} is no longer available.");
        var call = new ToolCall(tool, pending.Approval.Arguments, principal, language, pending.CallKey) { Approval = pending.Approval };
        if (approved) return await CallAsync(call, cancel);
        await approvals.CloseAsync(principal, approval, cancel);
        return Say(call, new ToolError("declined", "The person declined this call. Nothing was changed."));
    }

    private async ValueTask<ToolReply> AttemptAsync(ToolCall call, BoundArguments bound, CancellationToken cancel)
    {
        var tool = call.Tool;
        var context = new ToolContext(call.Principal, time.GetUtcNow(), call.Conversation, call.CallKey);
        await using var transaction = await transactions.BeginAsync(context, tool.Effect, cancel);
        if (await ReferenceBinding.ResolveAsync(bound, call.Focus, transaction.References, cancel) is { } unresolved)
            return Say(call, unresolved);

        var asks = call.Approval is null && (tool.Confirm || tool.Effect == Effect.Irreversible || call.ForceConfirm || (call.Unsaid is not null && tool.Effect != Effect.Read));
        if (!asks && tool.Effect != Effect.Read && await transaction.ClaimAsync(cancel) is { } recorded)
            return Done(call, recorded, [], []) with { Repeated = true };

        var view = await tool.Invoker.RunAsync(transaction.Services, bound.Input!, context, cancel).AsTask().WaitAsync(tool.Deadline, cancel);
        var outcome = new RecordedOutcome(tool.ViewType.Name, tool.Invoker.Serialize(view));
        var mentions = view is IMentions speaking ? speaking.Mentions().ToList() : [];
        if (tool.Effect == Effect.Read)
            return Done(call, outcome, mentions, []);

        var changes = await transaction.FlushAsync(cancel);
        var arguments = ArgumentBinding.Canonical(bound);
        if (!asks && call.Approval is { } shown && !IsStillMeant(shown, call, outcome))
        {
            await approvals.CloseAsync(call.Principal, shown.Id, cancel);
            asks = true;
        }

        if (asks) return await AskAsync(call, outcome, arguments, changes, transaction, cancel);

        var reply = Done(call, outcome, mentions, changes);
        await transaction.CommitAsync(tool, arguments, outcome, context.Inverse, call.Journal?.Invoke(reply) ?? [], call.Approval?.Id, cancel);
        return reply;
    }

    /// <summary>The call was tried out; what it would change is shown, and rolled back before anybody is asked.</summary>
    private async ValueTask<ToolReply> AskAsync(
        ToolCall call, RecordedOutcome outcome, System.Text.Json.JsonElement arguments, IReadOnlyList<RowChange> changes, IToolTransaction transaction, CancellationToken cancel)
    {
        await transaction.DisposeAsync();
        var summary = call.Tool.Confirm ? Question(call.Tool, outcome, call.Language)
            : call.ForceConfirm ? PipelinePhrases.AgainQuestion(Said(call, outcome), call.Language)
            : call.Unsaid is not null ? PipelinePhrases.DoItQuestion(Said(call, outcome), call.Language)
            : Question(call.Tool, outcome, call.Language);
        if (call.Unsaid is { } unsaid) summary = PipelinePhrases.Unsaid(unsaid, call.Language) + "\n" + summary;
        var approval = new Approval(Guid.CreateVersion7().ToString("N"), call.Tool.Name, arguments, summary, ShownChanges.Of(changes), time.GetUtcNow() + ApprovalLifetime);
        await approvals.RequestAsync(call.Principal, call.Conversation, approval, call.CallKey, cancel);
        return new ToolReply { Approval = approval, Said = summary, View = outcome.View, Data = outcome.Data };
    }

    /// <summary>A person agreed to the words that were shown; prices, names and places in them may have changed since.</summary>
    private bool IsStillMeant(Approval shown, ToolCall call, RecordedOutcome outcome) =>
        !(call.Tool.Confirm || call.Tool.Effect == Effect.Irreversible)
        || shown.Summary.EndsWith(Question(call.Tool, outcome, Language.Of(shown.Summary)), StringComparison.Ordinal)
        || shown.Summary.EndsWith(Question(call.Tool, outcome, call.Language), StringComparison.Ordinal);

    private string Question(ToolDescriptor tool, RecordedOutcome outcome, string language) =>
        presenter.Say(tool.Name + ".confirm", outcome.View, outcome.Data, language);

    private ToolReply Done(ToolCall call, RecordedOutcome outcome, IReadOnlyList<Mention> mentions, IReadOnlyList<RowChange> changes) => new()
    {
        View = outcome.View,
        Data = outcome.Data,
        Said = Said(call, outcome),
        Mentions = mentions,
        Changes = changes,
    };

    private string Said(ToolCall call, RecordedOutcome outcome) => presenter.Say(call.Tool.Name, outcome.View, outcome.Data, call.Language);

    private ToolReply Say(ToolCall call, ToolError error, IReadOnlyDictionary<string, object?>? details = null) =>
        ToolReply.Failed(error, presenter.Say("error." + error.Code, null, ErrorFacts.Of(error, details), call.Language));
}
