using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Dialogue;

/// <summary>What a question waits for; travels with the assistant's message, so that it outlives the process.</summary>
internal sealed record DialogueState
{
    public const string Key = "agentos.dialogue";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The tool that waits to be called; <see langword="null"/> when the question is which.</summary>
    public string? Tool { get; init; }

    /// <summary>Its arguments so far.</summary>
    public JsonObject Arguments { get; init; } = [];

    /// <summary>Path of the argument that was asked for.</summary>
    public string? Asked { get; init; }

    /// <summary>Records to choose from.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>Tools to choose from.</summary>
    public IReadOnlyList<string>? Tools { get; init; }

    /// <summary>The utterance that the question is about, when the tool is not settled.</summary>
    public string? Utterance { get; init; }

    /// <summary>How often the question has been put without an answer.</summary>
    public int Attempts { get; init; }

    /// <summary>What the person asked for beside this, in their words; done when this is.</summary>
    public IReadOnlyList<string>? Next { get; init; }

    /// <summary>The question that this one interrupted.</summary>
    public DialogueState? Under { get; init; }

    /// <summary>How often the person has talked of something else since the question was put.</summary>
    public int Asides { get; init; }

    /// <summary>How many messages in a row were not understood with no question open.</summary>
    public int Misses { get; init; }

    /// <summary>Whether it is a question that waits for an answer.</summary>
    [JsonIgnore]
    public bool IsQuestion => Tool is not null || Tools is not null;

    /// <summary>A record to choose.</summary>
    internal sealed record Choice(string Id, string Label);

    public void SaveTo(ChatMessage message) => (message.AdditionalProperties ??= [])[Key] = JsonSerializer.SerializeToElement(this, Json);

    public static DialogueState? Of(ChatMessage message)
    {
        if (message.AdditionalProperties?.TryGetValue(Key, out var kept) != true) return null;
        try
        {
            return kept switch
            {
                DialogueState state => state,
                JsonElement { ValueKind: JsonValueKind.Object } element => element.Deserialize<DialogueState>(Json),
                JsonNode node => node.Deserialize<DialogueState>(Json),
                string text => JsonSerializer.Deserialize<DialogueState>(text, Json),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
