using System.Text.Json;
using System.Text.Json.Serialization;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>A person's message in the journal.</summary>
internal sealed record UserMessagePayload(string Text, string Language, string? MessageId, string? Agent, DateTimeOffset At);

/// <summary>Results of calls in the journal.</summary>
/// <param name="Message">The tool message.</param>
/// <param name="Mentions">What each result speaks of.</param>
/// <param name="Writes">Fingerprints of the writes that succeeded.</param>
/// <param name="QuotesOthers">Whether what others wrote is in it.</param>
internal sealed record ToolResultsPayload(ChatMessage Message, IReadOnlyList<IReadOnlyList<Mention>> Mentions, IReadOnlyList<string> Writes, bool QuotesOthers = false);

/// <summary>An approval that was asked for.</summary>
internal sealed record ApprovalRequestedPayload(string Approval, string CallId, string Fingerprint);

/// <summary>An approval that was answered, or overtaken (<paramref name="Approved"/> is <see langword="null"/>).</summary>
internal sealed record ApprovalAnsweredPayload(string Approval, bool? Approved, string? Text, string Language, string? MessageId, DateTimeOffset At);

/// <summary>Another agent goes on.</summary>
internal sealed record HandOffPayload(string From, string To);

/// <summary>A call outside the database has been started.</summary>
internal sealed record CallStartedPayload(string CallId);

/// <summary>A turn's end.</summary>
internal sealed record TurnEndedPayload(string Reply, string Language, string Agent, TurnEnd Reason, TurnUsage Usage, string? Approval);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UserMessagePayload))]
[JsonSerializable(typeof(ToolResultsPayload))]
[JsonSerializable(typeof(ApprovalRequestedPayload))]
[JsonSerializable(typeof(ApprovalAnsweredPayload))]
[JsonSerializable(typeof(HandOffPayload))]
[JsonSerializable(typeof(CallStartedPayload))]
[JsonSerializable(typeof(TurnEndedPayload))]
internal sealed partial class TurnPayloadContext : JsonSerializerContext;

/// <summary>Reads and writes what journal entries hold.</summary>
internal static class TurnPayload
{
    private static readonly JsonSerializerOptions Options = Create();

    public static ReadOnlyMemory<byte> Write<T>(T payload) => JsonSerializer.SerializeToUtf8Bytes(payload, Options);

    public static T Read<T>(JournalEntry entry) =>
        JsonSerializer.Deserialize<T>(entry.Payload.Span, Options) ?? throw new JsonException($"Journal entry {entry.Sequence} of {entry.Conversation} is empty.");

    private static JsonSerializerOptions Create()
    {
        // ChatMessage and its contents keep the contracts of the AI abstractions; only our own records come from here.
        var options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions);
        options.TypeInfoResolverChain.Insert(0, new OwnPayloads(new TurnPayloadContext(new JsonSerializerOptions(options))));
        options.MakeReadOnly();
        return options;
    }

    private sealed class OwnPayloads(TurnPayloadContext context) : System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver
    {
        public System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type.Assembly == typeof(OwnPayloads).Assembly
            || type.Assembly == typeof(Mention).Assembly
            || type == typeof(IReadOnlyList<IReadOnlyList<Mention>>)
            || type == typeof(IReadOnlyList<Mention>)
                ? ((System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver)context).GetTypeInfo(type, options)
                : null;
    }
}
