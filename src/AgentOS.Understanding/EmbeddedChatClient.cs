using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgentOS.Agents;
using AgentOS.Data;
using AgentOS.Tools;
using AgentOS.Understanding.Dialogue;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding;

/// <summary>
/// The model that needs no account and no download: it answers a conversation with tool calls, questions and the tools' own words.
/// It keeps nothing between requests; what a question waits for travels in the message's additional properties.
/// </summary>
/// <param name="understanding">What was learnt, or is being learnt: the first answers wait for it.</param>
/// <param name="clock">The time, where a request does not say it.</param>
/// <param name="names">Where tenants' names come from, if from anywhere.</param>
public sealed class EmbeddedChatClient(PendingUnderstanding understanding, TimeProvider? clock = null, INameSource? names = null) : IChatClient, IHeedsPeopleAlone
{
    /// <summary>The model's name in responses and usage records.</summary>
    public const string ModelId = "embedded";

    private const int MostHandOffs = 3;
    private static readonly ChatClientMetadata Metadata = new("agentos", null, ModelId);
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly TenantGazetteers? gazetteers = names is null ? null : new TenantGazetteers(names, clock ?? TimeProvider.System, understanding.Options);

    /// <summary>Answers with a model that is there already.</summary>
    /// <param name="understanding">What was learnt.</param>
    /// <param name="clock">The time, where a request does not say it.</param>
    /// <param name="names">Where tenants' names come from, if from anywhere.</param>
    public EmbeddedChatClient(EmbeddedUnderstanding understanding, TimeProvider? clock = null, INameSource? names = null)
        : this(new PendingUnderstanding(understanding), clock, names)
    {
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var model = await understanding.GetAsync(cancellationToken);
        var known = gazetteers is not null && TurnFacts.Of(options)?.Principal.Tenant is { } tenant ? await gazetteers.OfAsync(tenant.Id, cancellationToken) : Gazetteer.Empty;
        var message = Answer(model, messages as IReadOnlyList<ChatMessage> ?? [.. messages], options, known);
        return new ChatResponse(message)
        {
            ModelId = ModelId,
            ResponseId = Guid.CreateVersion7().ToString("n"),
            CreatedAt = clock.GetUtcNow(),
            FinishReason = message.Contents.Any(c => c is FunctionCallContent) ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 },
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates()) yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? Metadata
        : serviceType == typeof(EmbeddedUnderstanding) ? understanding.Now
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private ChatMessage Answer(EmbeddedUnderstanding model, IReadOnlyList<ChatMessage> messages, ChatOptions? options, Gazetteer known)
    {
        var facts = TurnFacts.Of(options);
        var scope = new TurnScope(model, new Abilities(options), TurnSoFar.Of(messages), ValueContext.Of(facts, clock), facts?.Focus ?? Focus.Empty) { Names = known };
        var made = scope.Turn.Calls.Where(c => !c.IsHandOff).ToList();
        var first = Planner.Plan(scope);
        var plan = SecondLooks.Behind(scope, first, made);
        var untold = SecondLooks.WorthTelling(scope, first, made);
        var said = untold.Count > 0 ? ResultReplies.Say(scope, untold) : null;
        var left = plan.Skip(made.Count).ToList();
        if (said?.State is { IsQuestion: true } asked) return Text(said with { State = Unfinished.Keep(asked, left) }, scope.Turn.Language);
        var calls = Batches.Next(scope, left).Select(s => Call(scope, s)).OfType<FunctionCallContent>().ToList();
        if (calls.Count > 0) return Calls(calls, Batches.MustTellFirst(scope, left) ? said?.Text : null, scope.Turn.Language);
        var rest = left.FirstOrDefault() switch
        {
            Step.Say say => say,
            null => said is null && made.Count == 0 ? new Step.Say(scope.Book.Say("not_understood")) : null,
            var step => HandOff(scope, step) is { } call ? null : new Step.Say(scope.Book.Say("unavailable")),
        };
        if (rest is null && left.Count > 0 && HandOff(scope, left[0]) is { } handOff) return Calls([handOff], null, scope.Turn.Language);
        return Text((said, rest) switch
        {
            ({ } result, { } more) => new Step.Say($"{result.Text}\n{more.Text}", more.State ?? result.State),
            ({ } result, null) => result,
            (null, { } more) => more,
            _ => new Step.Say(scope.Book.Say("thanks")),
        }, scope.Turn.Language);
    }

    private static FunctionCallContent? Call(TurnScope scope, Step step) => step switch
    {
        Step.Call call when scope.Abilities.Own(call.Tool) is { } own => new FunctionCallContent(NewId(), own.Name, Arguments(call.Arguments)),
        Step.Foreign foreign => new FunctionCallContent(NewId(), foreign.Function, Arguments(foreign.Arguments)),
        _ => null,
    };

    /// <summary>A hand-off that has been tried without bringing the tool nearer is not tried for ever.</summary>
    private static FunctionCallContent? HandOff(TurnScope scope, Step step) =>
        step is Step.Call call && scope.Abilities.Behind(call.Tool) is { } handOff && scope.Turn.Calls.Count(c => c.IsHandOff) < MostHandOffs
            ? new FunctionCallContent(NewId(), handOff.Name, new Dictionary<string, object?>())
            : null;

    private static Dictionary<string, object?> Arguments(JsonObject arguments) =>
        arguments.ToDictionary(p => p.Key, p => (object?)System.Text.Json.JsonSerializer.SerializeToElement(p.Value, ToolJson.Options));

    private static ChatMessage Calls(IEnumerable<FunctionCallContent> calls, string? said, string language)
    {
        List<AIContent> contents = said is null ? [] : [new TextContent(Isolated(said, language))];
        return new ChatMessage(ChatRole.Assistant, [.. contents, .. calls]) { MessageId = NewId() };
    }

    private static ChatMessage Text(Step.Say say, string language)
    {
        var message = new ChatMessage(ChatRole.Assistant, Isolated(say.Text, language)) { MessageId = NewId() };
        say.State?.SaveTo(message);
        return message;
    }

    /// <summary>Left-to-right runs within Arabic stay whole.</summary>
    private static string Isolated(string text, string language) => language == Language.Arabic && text.Any(Folding.IsArabic) ? Isolates.IsolateRuns(text) : text;

    private static string NewId() => "call_" + Guid.CreateVersion7().ToString("n");
}
