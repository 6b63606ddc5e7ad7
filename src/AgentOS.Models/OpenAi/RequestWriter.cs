using System.Text.Json;
using AgentOS.Models.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.OpenAi;

/// <summary>Writes the body of <c>POST /chat/completions</c>.</summary>
internal static class RequestWriter
{
    public static void Write(PooledBuffer output, OpenAiSettings settings, IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        var writer = PooledWriter.Rent(output);
        writer.WriteStartObject();
        writer.WriteString("model"u8, options?.ModelId ?? settings.Model);
        writer.WriteStartArray("messages"u8);
        if (!string.IsNullOrEmpty(options?.Instructions)) MessageWriter.WriteText(writer, "system", options.Instructions);
        if (messages is IReadOnlyList<ChatMessage> list)
        {
            for (var i = 0; i < list.Count; i++)
                MessageWriter.Write(writer, list[i]);
        }
        else
        {
            foreach (var message in messages)
                MessageWriter.Write(writer, message);
        }

        writer.WriteEndArray();
        if (options is not null) WriteOptions(writer, settings, options);
        if (stream)
        {
            writer.WriteBoolean("stream"u8, true);
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        PooledWriter.Return(writer);
    }

    private static void WriteOptions(Utf8JsonWriter writer, OpenAiSettings settings, ChatOptions options)
    {
        if (options.Tools is { Count: > 0 } tools && ToolsJson.Of(tools) is { Length: > 0 } json)
        {
            writer.WritePropertyName("tools"u8);
            writer.WriteRawValue(json, skipInputValidation: true);
            WriteToolMode(writer, options);
        }

        if (options.Temperature is { } temperature) writer.WriteNumber("temperature"u8, temperature);
        if (options.TopP is { } topP) writer.WriteNumber("top_p"u8, topP);
        if (options.MaxOutputTokens is { } most) writer.WriteNumber(settings.NewTokenLimit ? "max_completion_tokens"u8 : "max_tokens"u8, most);
        if (options.FrequencyPenalty is { } frequency) writer.WriteNumber("frequency_penalty"u8, frequency);
        if (options.PresencePenalty is { } presence) writer.WriteNumber("presence_penalty"u8, presence);
        if (options.Seed is { } seed) writer.WriteNumber("seed"u8, seed);
        if (options.Reasoning?.Effort is { } effort) writer.WriteString("reasoning_effort"u8, Effort(effort));
        if (options.StopSequences is { Count: > 0 } stops)
        {
            writer.WriteStartArray("stop"u8);
            foreach (var stop in stops)
                writer.WriteStringValue(stop);
            writer.WriteEndArray();
        }

        if (options.ResponseFormat is ChatResponseFormatJson format) WriteFormat(writer, format);
    }

    private static void WriteToolMode(Utf8JsonWriter writer, ChatOptions options)
    {
        if (options.AllowMultipleToolCalls is { } several) writer.WriteBoolean("parallel_tool_calls"u8, several);
        switch (options.ToolMode)
        {
            case NoneChatToolMode:
                writer.WriteString("tool_choice"u8, "none"u8);
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                writer.WriteStartObject("tool_choice"u8);
                writer.WriteString("type"u8, "function"u8);
                writer.WriteStartObject("function"u8);
                writer.WriteString("name"u8, name);
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case RequiredChatToolMode:
                writer.WriteString("tool_choice"u8, "required"u8);
                break;
        }
    }

    private static void WriteFormat(Utf8JsonWriter writer, ChatResponseFormatJson format)
    {
        writer.WriteStartObject("response_format"u8);
        writer.WriteString("type"u8, format.Schema is null ? "json_object"u8 : "json_schema"u8);
        if (format.Schema is { } schema)
        {
            writer.WriteStartObject("json_schema"u8);
            writer.WriteString("name"u8, format.SchemaName ?? "answer");
            if (format.SchemaDescription is { } description) writer.WriteString("description"u8, description);
            writer.WritePropertyName("schema"u8);
            schema.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string Effort(ReasoningEffort effort) => effort switch
    {
        ReasoningEffort.None => "none",
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        ReasoningEffort.ExtraHigh => "xhigh",
        _ => "high",
    };
}
