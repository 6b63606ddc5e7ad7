using AgentOS.Host.Web.Chat;
using AgentOS.Host.Web.Errors;
using AgentOS.Host.Web.SignIn;
using AgentOS.Turns;

namespace AgentOS.Host.Web.OpenAi;

/// <summary>Works a chat completion: one turn of the conversation that the messages belong to.</summary>
internal sealed partial class OpenAiChat(IConversations conversations, Threads threads, TimeProvider clock, ILogger<OpenAiChat> log)
{
    public async Task AnswerAsync(HttpContext context, ChatRequest request)
    {
        var principal = context.Principal();
        var conversation = threads.Find(principal, request);
        var agent = request.Model == OpenAiEndpoints.EntryModel ? null : request.Model;
        var message = new IncomingMessage(principal, conversation, request.Messages[^1].Content, agent);
        var completion = new Completion($"chatcmpl-{Guid.CreateVersion7():n}", clock.GetUtcNow().ToUnixTimeSeconds(), request.Model);
        if (request.Stream)
        {
            await StreamAsync(context, request, message, completion);
            return;
        }

        var result = await conversations.SayAsync(message, null, context.RequestAborted);
        threads.Remember(principal, request, result.Reply, conversation);
        await context.Response.WriteAsJsonAsync(completion.Whole(result, conversation), context.RequestAborted);
    }

    private async Task StreamAsync(HttpContext context, ChatRequest request, IncomingMessage message, Completion completion)
    {
        var events = new EventStream(context);
        await events.OpenAsync();
        await events.DataAsync(completion.Begin());
        var text = new ReplyText();
        try
        {
            var result = await conversations.SayAsync(message, new Relay(events, text, completion), context.RequestAborted);
            if (text.Rest(result.Reply) is { Length: > 0 } rest) await events.DataAsync(completion.Piece(rest));
            threads.Remember(message.Principal, request, text.Sent, message.Conversation);
            await events.DataAsync(completion.End(result, message.Conversation));
            if (request.IncludeUsage) await events.DataAsync(completion.UsageChunk(result));
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            var failure = Failure.Of(exception);
            if (failure.Status >= 500) LogFailed(exception, context.TraceIdentifier);
            await events.DataAsync(ErrorResponses.OpenAi(failure));
        }

        await events.RawAsync("data: [DONE]\n\n");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed (request {RequestId})")]
    private partial void LogFailed(Exception exception, string requestId);

    private sealed class Relay(EventStream events, ReplyText text, Completion completion) : ITurnObserver
    {
        public ValueTask OnAsync(TurnEvent step, CancellationToken cancel) =>
            step is TurnEvent.Text piece && piece.Delta.Length > 0 ? events.DataAsync(completion.Piece(text.Piece(piece.Delta))) : ValueTask.CompletedTask;
    }
}
