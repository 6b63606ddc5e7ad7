using System.Text.Json;
using AgentOS.Models.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.OpenAi;

/// <summary>Writes one message of a history. What the runtime keeps beside a message (its additional properties) is never sent.</summary>
internal static class MessageWriter
{
    public static void WriteText(Utf8JsonWriter writer, string role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, role);
        writer.WriteString("content"u8, text);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ChatMessage message)
    {
        var contents = message.Contents;
        var results = 0;
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is not FunctionResultContent result) continue;
            results++;
            WriteResult(writer, result);
        }

        if (results > 0 && results == contents.Count) return;
        if (message.Role == ChatRole.Assistant) WriteAssistant(writer, contents);
        else if (message.Role != ChatRole.Tool) WritePerson(writer, message.Role.Value, contents);
    }

    private static void WriteResult(Utf8JsonWriter writer, FunctionResultContent result)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, "tool"u8);
        writer.WriteString("tool_call_id"u8, result.CallId);
        JsonValues.WriteResult(writer, "content", result);
        writer.WriteEndObject();
    }

    private static void WriteAssistant(Utf8JsonWriter writer, IList<AIContent> contents)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, "assistant"u8);
        var any = false;
        if (Text(contents) is { } text) writer.WriteString("content"u8, text);
        else if (contents.Any(static content => content is FunctionCallContent)) writer.WriteNull("content"u8);
        else writer.WriteString("content"u8, ""u8);
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is not FunctionCallContent call) continue;
            if (!any) writer.WriteStartArray("tool_calls"u8);
            any = true;
            writer.WriteStartObject();
            writer.WriteString("id"u8, call.CallId);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, call.Name);
            writer.WriteString("arguments"u8, CallArguments.Text(call));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        if (any) writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter writer, string role, IList<AIContent> contents)
    {
        if (contents.All(static content => content is not DataContent and not UriContent))
        {
            WriteText(writer, role, Text(contents) ?? "");
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role"u8, role);
        writer.WriteStartArray("content"u8);
        foreach (var content in contents)
            PartWriter.Write(writer, content);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string? Text(IList<AIContent> contents)
    {
        string? text = null;
        for (var i = 0; i < contents.Count; i++)
            if (contents[i] is TextContent { Text: var piece }) text = text is null ? piece : text + piece;
        return text;
    }
}
