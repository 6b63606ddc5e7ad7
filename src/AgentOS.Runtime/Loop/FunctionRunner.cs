using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>Runs a plain function under its deadline.</summary>
internal static class FunctionRunner
{
    public static async ValueTask<CallOutcome> RunAsync(PlannedCall call, TimeSpan deadline, CancellationToken cancel)
    {
        var function = call.Tool!.Function;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            var running = function.InvokeAsync(new AIFunctionArguments(call.Content.Arguments), stop.Token);
            if (running.IsCompletedSuccessfully) return new CallOutcome(running.Result, Succeeded: true);
            stop.CancelAfter(deadline);
            // The function may ignore its token, so the wait itself is bounded as well.
            return new CallOutcome(await running.AsTask().WaitAsync(deadline, cancel), Succeeded: true);
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
