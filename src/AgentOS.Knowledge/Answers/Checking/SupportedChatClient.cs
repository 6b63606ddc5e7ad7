using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Knowledge.Answers.Checking;

/// <summary>
/// A model whose answers from documents are checked against them before anybody sees them: sentences without support are left out, and it is said that they
/// were. Where nothing remains, the tool's own words are given. What does not follow a question to the documents passes unchanged.
/// </summary>
/// <param name="model">The model that writes.</param>
/// <param name="views">Names of the views whose facts are passages, such as <c>KnowledgeAnswerView</c>.</param>
internal sealed class SupportedChatClient(IChatClient model, IReadOnlySet<string> views) : DelegatingChatClient(model)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var response = await base.GetResponseAsync(sent, options, cancellationToken);
        return Read(sent) is { Count: > 0 } read ? Checked(response, read, sent) : response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (Read(sent) is not { Count: > 0 } read)
        {
            await foreach (var update in base.GetStreamingResponseAsync(sent, options, cancellationToken)) yield return update;
            yield break;
        }

        // What is shown cannot be taken back, so nothing is shown before it is checked.
        var response = await base.GetStreamingResponseAsync(sent, options, cancellationToken).ToChatResponseAsync(cancellationToken);
        foreach (var update in Checked(response, read, sent).ToChatResponseUpdates()) yield return update;
    }

    private static ChatResponse Checked(ChatResponse response, IReadOnlyList<ToolReply> read, IReadOnlyList<ChatMessage> sent)
    {
        if (string.IsNullOrWhiteSpace(response.Text)) return response;
        List<string> sources = [.. read.SelectMany(Texts), .. sent.Where(m => m.Role == ChatRole.User).Select(m => m.Text)];
        var answer = SupportCheck.Check(response.Text, sources);
        if (answer.Dropped.Count == 0) return response;
        var language = Language.Of(sent.LastOrDefault(m => m.Role == ChatRole.User)?.Text ?? "");
        var text = answer.Text.Length == 0 ? read[^1].Said ?? "" : $"{answer.Text}\n{LeftOut(answer.Dropped.Count, language)}";
        var calls = response.Messages.SelectMany(m => m.Contents).Where(c => c is not TextContent and not TextReasoningContent).ToList();
        var message = response.Messages[^1].Clone();
        message.Contents = [new TextContent(text), .. calls];
        response.Messages = [message];
        return response;
    }

    /// <summary>What the tools found since the person last spoke.</summary>
    private List<ToolReply> Read(IReadOnlyList<ChatMessage> messages)
    {
        var read = new List<ToolReply>();
        for (var i = messages.Count - 1; i >= 0 && messages[i].Role != ChatRole.User; i--)
            foreach (var result in messages[i].Contents.OfType<FunctionResultContent>())
                if (ToolReply.From(result.Result) is { View: { } view } reply && views.Contains(view)) read.Insert(0, reply);
        return read;
    }

    private static IEnumerable<string> Texts(ToolReply reply) => reply.Data is { } data ? Texts(data).Append(reply.Said ?? "") : [reply.Said ?? ""];

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Number => [json.GetRawText()],
        _ => [],
    };

    private static string LeftOut(int sentences, string language) => language == Language.Arabic
        ? $"(حُذف {sentences} مما كُتب لأن المستندات لا تسنده.)"
        : $"({sentences} of what was written is left out: the documents do not support it.)";
}
