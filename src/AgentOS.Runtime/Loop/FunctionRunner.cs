using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>Runs plain functions, each under its deadline or the one for those that state none.</summary>
internal sealed class FunctionRunner(TimeSpan unstated, TimeProvider time)
{
    public async ValueTask<CallOutcome> RunAsync(PlannedCall call, CancellationToken cancel)
    {
        var function = call.Tool!.Function;
        var deadline = call.Tool.Deadline ?? unstated;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            var running = function.InvokeAsync(new AIFunctionArguments(call.Content.Arguments), stop.Token);
            if (running.IsCompletedSuccessfully) return new CallOutcome(running.Result, Succeeded: true);
            // The function may ignore its token, so it is the wait that is bounded; the function is told when it is over.
            return new CallOutcome(await running.AsTask().WaitAsync(deadline, time, cancel), Succeeded: true);
        }
        catch (Exception stopped) when (stopped is TimeoutException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            await stop.CancelAsync();
            return TimedOut(call, deadline);
        }
        catch (ToolException refused)
        {
            return new CallOutcome(ToolReply.Failed(new ToolError(refused.Code, refused.Message)), Succeeded: false);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // Only a ToolException's words may reach a model; these may hold secrets of the machine.
            return new CallOutcome(ToolReply.Failed(new ToolError("failed", $"{function.Name} failed. Try other arguments, or tell the person that it does not work now.")), Succeeded: false);
        }
    }

    private static CallOutcome TimedOut(PlannedCall call, TimeSpan deadline)
    {
        var error = call.IsRead
            ? new ToolError("timeout", $"{call.Content.Name} did not answer within {deadline.TotalSeconds:0.###} s and was given up.")
            : new ToolError("unknown_outcome", $"{call.Content.Name} did not answer within {deadline.TotalSeconds:0.###} s. It is unknown whether it took effect (timeout): check before you repeat it.");
        return new CallOutcome(ToolReply.Failed(error), Succeeded: false) { Uncertain = !call.IsRead };
    }
}
