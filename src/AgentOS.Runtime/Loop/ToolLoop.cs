using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>
/// The tool-calling loop: ask the model, check its calls, run them, tell it what came of them, until it answers.
/// Bounded in steps, calls, tokens, money and time; ends with words that are never empty.
/// </summary>
internal sealed class ToolLoop(ToolLoopOptions options, TimeProvider time)
{
    private readonly CallBatch batch = new(options);

    /// <param name="run">Where to start from.</param>
    /// <param name="unanswered">Calls of the last message that have no result yet, when a run is gone on with; otherwise <see langword="null"/>.</param>
    /// <param name="cancel">Stops the run.</param>
    public async ValueTask<LoopOutcome> RunAsync(LoopRun run, List<PlannedCall>? unanswered, CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(options.MaxTime);
        var began = time.GetTimestamp();
        try
        {
            if (unanswered is not null && await batch.RunAsync(run, unanswered, limited.Token)) return new LoopOutcome("", TurnEnd.AwaitingApproval);
            while (true)
            {
                if (Exhausted(run, began)) return await ConcludeAsync(run, TurnEnd.LimitReached, cancel);
                var (text, calls) = await AskAsync(run, run.Options, limited.Token);
                if (calls.Count == 0)
                {
                    if (!string.IsNullOrWhiteSpace(text)) return new LoopOutcome(text, TurnEnd.Answered);
                    return await ConcludeAsync(run, TurnEnd.NoProgress, cancel);
                }

                if (run.ToolCalls + run.Carried.ToolCalls + calls.Count > options.MaxToolCalls)
                {
                    await RefuseAllAsync(run, calls, cancel);
                    return await ConcludeAsync(run, TurnEnd.LimitReached, cancel);
                }

                if (await batch.RunAsync(run, calls, limited.Token)) return new LoopOutcome(text, TurnEnd.AwaitingApproval);
                if (run.FruitlessSteps >= options.MaxFruitlessSteps) return await ConcludeAsync(run, TurnEnd.NoProgress, cancel);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new LoopOutcome(LoopPhrases.OutOfTime(run.Language), TurnEnd.LimitReached);
        }
        catch (OperationCanceledException)
        {
            throw new LoopCancelledException(run.Messages, cancel);
        }
    }

    private bool Exhausted(LoopRun run, long began) =>
        run.Steps + run.Carried.ModelCalls >= options.MaxSteps
        || OutOfBudget(run)
        || time.GetElapsedTime(began) >= options.MaxTime;

    private bool OutOfBudget(LoopRun run) =>
        run.InputTokens + run.OutputTokens + run.Carried.InputTokens + run.Carried.OutputTokens >= options.MaxTokens
        || run.Cost + run.Carried.Cost >= options.MaxCost;

    private async ValueTask<(string Text, List<PlannedCall> Calls)> AskAsync(LoopRun run, ChatOptions request, CancellationToken cancel)
    {
        run.Steps++;
        var response = run.Surroundings.Streams
            ? await StreamAsync(run, request, cancel)
            : await run.Model.GetResponseAsync(run.Messages, request, cancel);
        Count(run, response);
        var calls = ResponseCalls.Take(response, ToolSet.Of(request.Tools));
        foreach (var message in response.Messages)
        {
            run.Messages.Add(message);
            await run.Surroundings.OnModelMessageAsync(message, cancel);
        }

        return (response.Text, calls);
    }

    private static async ValueTask<ChatResponse> StreamAsync(LoopRun run, ChatOptions request, CancellationToken cancel)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in run.Model.GetStreamingResponseAsync(run.Messages, request, cancel))
        {
            updates.Add(update);
            if (update.Text is { Length: > 0 } delta) await run.Surroundings.OnTextAsync(delta, cancel);
        }

        return updates.ToChatResponse();
    }

    private void Count(LoopRun run, ChatResponse response)
    {
        if (response.Usage is not { } usage) return;
        run.InputTokens += usage.InputTokenCount ?? 0;
        run.OutputTokens += usage.OutputTokenCount ?? 0;
        if (options.Price is { } price) run.Cost += price(response.ModelId, usage);
    }

    private async ValueTask RefuseAllAsync(LoopRun run, List<PlannedCall> calls, CancellationToken cancel)
    {
        foreach (var call in calls)
            call.Outcome = CallOutcome.Refused("limit_reached", $"Not run: a turn may make at most {options.MaxToolCalls} tool calls. Answer with what you have.");
        await CallBatch.RecordAsync(run, calls, options.MaxResultLength, cancel);
    }

    /// <summary>Gives the model one last word without tools, and has words of its own where that brings none.</summary>
    private async ValueTask<LoopOutcome> ConcludeAsync(LoopRun run, TurnEnd reason, CancellationToken cancel)
    {
        var text = "";
        if (!OutOfBudget(run))
        {
            var request = run.Options.Clone();
            // The tools stay named, because some providers refuse a history whose calls they do not know.
            request.ToolMode = ChatToolMode.None;
            request.Instructions = $"{request.Instructions}\n\n{LoopPhrases.AnswerNow}";
            run.Steps++;
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limited.CancelAfter(options.ToolDeadline);
            try
            {
                var response = await run.Model.GetResponseAsync(run.Messages, request, limited.Token);
                Count(run, response);
                text = response.Text;
            }
            catch (Exception) when (!cancel.IsCancellationRequested)
            {
                // The run has ended anyway; what it did must still be told.
            }
        }

        if (string.IsNullOrWhiteSpace(text)) text = LoopPhrases.Ended(reason, run.Language);
        var message = new ChatMessage(ChatRole.Assistant, text);
        run.Messages.Add(message);
        await run.Surroundings.OnModelMessageAsync(message, cancel);
        if (run.Surroundings.Streams) await run.Surroundings.OnTextAsync(text, cancel);
        return new LoopOutcome(text, reason);
    }
}
