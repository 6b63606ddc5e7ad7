using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>
/// The loop that everybody writes first: call what the model asks for, append the result, repeat.
/// It is the suite's control: where it passes, a scenario proves nothing about a better one.
/// </summary>
public sealed class NaiveLoop : ILoopUnderTest
{
    public string Name => "naive";

    public TimeSpan Patience => TimeSpan.FromSeconds(2);

    public IChatClient Wrap(IChatClient model, LoopUnderTestOptions options) => new Client(model, options);

    private sealed class Client(IChatClient model, LoopUnderTestOptions options) : DelegatingChatClient(model)
    {
        public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? chat = null, CancellationToken cancellationToken = default)
        {
            List<ChatMessage> history = [.. messages.Select(m => new ChatMessage(m.Role, [.. m.Contents]))];
            var given = history.Count;
            await RunApprovedAsync(history, chat, cancellationToken);
            for (var round = 0; ; round++)
            {
                var response = await base.GetResponseAsync(history, chat, cancellationToken);
                history.AddRange(response.Messages);
                var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
                var asked = calls.Where(c => Find(chat, c) is ApprovalRequiredAIFunction).ToList();
                foreach (var call in asked)
                    history[^1].Contents[history[^1].Contents.IndexOf(call)] = new ToolApprovalRequestContent("approve_" + call.CallId, call);
                if (calls.Count == 0 || asked.Count > 0 || round >= options.MaxModelCalls)
                    return new ChatResponse(history[given..]);
                foreach (var call in calls)
                    history.Add(await CallAsync(chat, call, cancellationToken));
            }
        }

        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? chat = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, chat, cancellationToken)).ToChatResponseUpdates())
                yield return update;
        }

        private static async Task RunApprovedAsync(List<ChatMessage> history, ChatOptions? chat, CancellationToken cancel)
        {
            var answers = history.SelectMany(m => m.Contents).OfType<ToolApprovalResponseContent>().ToList();
            foreach (var message in history)
                message.Contents = [.. message.Contents.Where(c => c is not ToolApprovalRequestContent and not ToolApprovalResponseContent)];
            history.RemoveAll(m => m.Contents.Count == 0);
            foreach (var call in answers.Where(a => a.Approved).Select(a => (FunctionCallContent)a.ToolCall))
                history.AddRange([new(ChatRole.Assistant, [call]), await CallAsync(chat, call, cancel)]);
        }

        private static async Task<ChatMessage> CallAsync(ChatOptions? chat, FunctionCallContent call, CancellationToken cancel)
        {
            var function = Find(chat, call) ?? throw new InvalidOperationException($"No tool {call.Name}.");
            var result = await function.InvokeAsync(new(call.Arguments), cancel);
            return new(ChatRole.Tool, [new FunctionResultContent(call.CallId, result)]);
        }

        private static AIFunction? Find(ChatOptions? chat, FunctionCallContent call) =>
            chat?.Tools?.OfType<AIFunction>().FirstOrDefault(t => t.Name == call.Name);
    }
}
