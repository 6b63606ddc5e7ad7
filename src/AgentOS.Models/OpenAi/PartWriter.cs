using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.OpenAi;

/// <summary>Writes a part of a message that is more than text.</summary>
internal static class PartWriter
{
    public static void Write(Utf8JsonWriter writer, AIContent content)
    {
        switch (content)
        {
            case TextContent text:
                WriteText(writer, text.Text);
                break;
            case DataContent data when data.HasTopLevelMediaType("image"):
                WriteImage(writer, data.Uri);
                break;
            case UriContent link when link.HasTopLevelMediaType("image"):
                WriteImage(writer, link.Uri.AbsoluteUri);
                break;
            case DataContent data when data.HasTopLevelMediaType("text") || data.MediaType is "application/json":
                WriteText(writer, Encoding.UTF8.GetString(data.Data.Span));
                break;
            case DataContent { MediaType: "audio/wav" or "audio/mpeg" or "audio/mp3" } sound:
                writer.WriteStartObject();
                writer.WriteString("type"u8, "input_audio"u8);
                writer.WriteStartObject("input_audio"u8);
                writer.WriteString("data"u8, sound.Base64Data.Span);
                writer.WriteString("format"u8, sound.MediaType is "audio/wav" ? "wav"u8 : "mp3"u8);
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case DataContent { MediaType: var type }:
                throw new NotSupportedException($"OpenAI-compatible models take text, JSON, images and sound, not {type}.");
            case UriContent { MediaType: var type }:
                throw new NotSupportedException($"OpenAI-compatible models take links to images only, not to {type}.");
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, string address)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "image_url"u8);
        writer.WriteStartObject("image_url"u8);
        writer.WriteString("url"u8, address);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
