using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>
/// Runs the calls of one response: in the model's order, neighbouring reads side by side, a write alone;
/// each isolated from its siblings' failures, each with exactly one result.
/// </summary>
internal sealed class CallBatch(ToolLoopOptions options)
{
    /// <returns>Whether a call awaits a person's approval.</returns>
    public async ValueTask<bool> RunAsync(LoopRun run, List<PlannedCall> calls, CancellationToken cancel)
    {
        var tools = ToolSet.Of(run.Options.Tools);
        try
        {
            for (var i = 0; i < calls.Count; i++)
            {
                var call = calls[i];
                call.Outcome ??= CallRules.Check(call, tools);
                if (call.Outcome is not null) continue;
                run.ToolCalls++;
                if (call.Tool!.HandOff is not null) call.Outcome = await HandOffAsync(run, call, cancel);
                else if (!call.IsRead) call.Outcome = await WriteAsync(run, call, cancel);
                else if (ReadsFrom(calls, i, tools) is var reads && reads == 1) call.Outcome = await run.Surroundings.RunAsync(call, cancel);
                else
                {
                    run.ToolCalls += reads - 1;
                    await SideBySideAsync(run, calls.GetRange(i, reads), cancel);
                    i += reads - 1;
                }
            }
        }
        catch (OperationCanceledException)
        {
            foreach (var call in calls) call.Outcome ??= Interrupted(call);
            await RecordAsync(run, calls, options.MaxResultLength, CancellationToken.None);
            throw;
        }

        Judge(run, calls);
        await RecordAsync(run, calls, options.MaxResultLength, cancel);
        return calls.Exists(c => c.Outcome!.AwaitsApproval);
    }

    /// <summary>Appends the results to the conversation and tells the surroundings.</summary>
    public static async ValueTask RecordAsync(LoopRun run, List<PlannedCall> calls, int maxLength, CancellationToken cancel)
    {
        var results = new List<AIContent>(calls.Count);
        foreach (var call in calls)
        {
            if (call.Outcome is not { AwaitsApproval: false, Vanished: false } outcome) continue;
            call.Told = ResultCap.Apply(run, outcome.Result, maxLength);
            results.Add(new FunctionResultContent(call.Content.CallId, call.Told));
        }

        if (results.Count > 0) run.Messages.Add(new ChatMessage(ChatRole.Tool, results));
        await run.Surroundings.OnResultsAsync(calls, cancel);
    }

    private int ReadsFrom(List<PlannedCall> calls, int first, ToolSet tools)
    {
        var count = 1;
        while (first + count < calls.Count && count < options.MaxParallelReads
               && calls[first + count] is { IsRead: true, Tool.HandOff: null } next
               && CallRules.Check(next, tools) is null)
        {
            count++;
        }

        return count;
    }

    private static Task<CallOutcome[]> SideBySideAsync(LoopRun run, List<PlannedCall> calls, CancellationToken cancel) =>
        Task.WhenAll(calls.Select(call => Task.Run(async () => call.Outcome = await run.Surroundings.RunAsync(call, cancel), cancel)));

    private async ValueTask<CallOutcome> WriteAsync(LoopRun run, PlannedCall call, CancellationToken cancel)
    {
        if (run.HasWrites && run.Writes.TryGetValue(call.Fingerprint, out var earlier))
        {
            // What may have happened must not happen again, whatever the policy.
            if (earlier.Uncertain) return earlier with { Journaled = false, Replayed = true };
            if (options.RepeatedWrites != RepeatedWrite.Allow) return earlier with { Journaled = false, Replayed = true, Result = Repeated(earlier) };
        }

        if (options.RepeatedWrites == RepeatedWrite.Refuse && run.EarlierWrites?.Contains(call.Fingerprint) == true)
            return CallOutcome.Refused("already_done", $"{call.Content.Name} has been done with exactly these arguments in this conversation. It was not done again.");

        var outcome = await run.Surroundings.RunAsync(call, cancel);
        if (outcome.Succeeded || outcome.Uncertain)
        {
            run.HasWrites = true;
            run.Writes[call.Fingerprint] = outcome;
            run.Reads.Clear();
        }

        return outcome;
    }

    private static object Repeated(CallOutcome earlier) => earlier.Reply is { } reply
        ? reply with { Repeated = true }
        : $"Already done in this turn; it was not done again. The earlier result: {ResultCap.Text(earlier.Result)}";

    private static async ValueTask<CallOutcome> HandOffAsync(LoopRun run, PlannedCall call, CancellationToken cancel)
    {
        var next = await run.Surroundings.OnHandOffAsync(call, run.Messages, cancel);
        if (next is null) return CallOutcome.Refused("hand_off_refused", "That agent has had this request already. Answer yourself, or say what cannot be done.");
        run.Options = next;
        var vanished = LeaveHistory(run, call);
        return new CallOutcome($"{call.Tool!.HandOff!.Target} goes on.", Succeeded: true) { Vanished = vanished };
    }

    /// <summary>The next agent need not see how it was chosen: a message that only handed over goes.</summary>
    private static bool LeaveHistory(LoopRun run, PlannedCall call)
    {
        if (run.Messages[^1].Contents is not [FunctionCallContent only] || only.CallId != call.Content.CallId) return false;
        run.Messages.RemoveAt(run.Messages.Count - 1);
        return true;
    }

    private static CallOutcome Interrupted(PlannedCall call) => call.IsRead || call.Tool?.Catalogued is not null
        ? CallOutcome.Refused("cancelled", "Cancelled before it took effect.")
        : CallOutcome.Refused("unknown_outcome", "Cancelled while it ran; it is unknown whether it took effect. Check before you repeat it.");

    /// <summary>A step is fruitless when nothing in it succeeded, or all it brought was known.</summary>
    private static void Judge(LoopRun run, List<PlannedCall> calls)
    {
        var fruitful = false;
        foreach (var call in calls)
        {
            var outcome = call.Outcome!;
            if (outcome.AwaitsApproval) fruitful = true;
            if (!outcome.Succeeded || outcome.Replayed) continue;
            if (!call.IsRead || call.Tool!.HandOff is not null)
            {
                fruitful = true;
                continue;
            }

            var text = ResultCap.Text(outcome.Result);
            fruitful |= !run.Reads.TryGetValue(call.Fingerprint, out var known) || known != text;
            run.Reads[call.Fingerprint] = text;
        }

        run.FruitlessSteps = fruitful ? 0 : run.FruitlessSteps + 1;
    }
}
