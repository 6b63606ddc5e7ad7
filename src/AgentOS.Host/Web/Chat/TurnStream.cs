using AgentOS.Host.Web.Errors;
using AgentOS.Host.Web.Rest;
using AgentOS.Host.Web.SignIn;
using AgentOS.Turns;

namespace AgentOS.Host.Web.Chat;

/// <summary>Works a turn for a web request: as a stream of events where that is asked for, otherwise as its result.</summary>
internal sealed partial class TurnStream(IConversations conversations, RunningTurns running, ILogger<TurnStream> log)
{
    public Task SayAsync(HttpContext context, IncomingMessage message) => RunAsync(
        context, message.Conversation, (observer, cancel) => conversations.SayAsync(message, observer, cancel));

    public Task AnswerAsync(HttpContext context, string conversation, string approval, bool approved) => RunAsync(
        context, conversation, (observer, cancel) => conversations.AnswerApprovalAsync(context.Principal(), conversation, approval, approved, observer, cancel));

    private async Task RunAsync(HttpContext context, string conversation, Func<ITurnObserver?, CancellationToken, Task<TurnResult>> turn)
    {
        var user = context.Principal().UserId;
        if (!EventStream.IsWanted(context.Request))
        {
            var result = await running.RunAsync(user, conversation, cancel => turn(null, cancel));
            await ReplyResponses.JsonAsync(context, StatusCodes.Status200OK, result);
            return;
        }

        var events = new EventStream(context);
        await events.OpenAsync();
        var observer = new Relay(events);
        try
        {
            var result = await running.RunAsync(user, conversation, cancel => turn(observer, cancel));
            if (!observer.Ended) await observer.OnAsync(new TurnEvent.Ended(result), CancellationToken.None);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            if (failure.Status >= 500) LogFailed(exception, context.TraceIdentifier);
            await events.WriteAsync("error", ErrorResponses.Envelope(context, failure));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed (request {RequestId})")]
    private partial void LogFailed(Exception exception, string requestId);

    private sealed class Relay(EventStream events) : ITurnObserver
    {
        public bool Ended { get; private set; }

        public ValueTask OnAsync(TurnEvent step, CancellationToken cancel)
        {
            Ended |= step is TurnEvent.Ended;
            var (name, data) = TurnEventJson.Write(step);
            return events.WriteAsync(name, data);
        }
    }
}
