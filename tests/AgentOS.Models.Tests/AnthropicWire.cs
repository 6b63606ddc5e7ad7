using System.Text.Json;

namespace AgentOS.Models.Tests;

/// <summary>What Anthropic's servers put on the wire.</summary>
internal static class AnthropicWire
{
    public static string Whole(string content, string stop) =>
        $$$"""{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[{{{content}}}],"stop_reason":"{{{stop}}}","stop_sequence":null,"usage":{"input_tokens":180,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":16,"service_tier":"standard"}}""";

    public static string Text(string text) => Whole($$"""{"type":"text","text":{{JsonSerializer.Serialize(text)}}}""", "end_turn");

    public static string Calls(params (string Id, string Name, string Arguments)[] calls) =>
        Whole(string.Join(',', calls.Select(c => $$"""{"type":"tool_use","id":"{{c.Id}}","name":"{{c.Name}}","input":{{c.Arguments}}}""")), "tool_use");

    public static string Event(string type, string body) => $"event: {type}\ndata: {{\"type\":\"{type}\",{body}}}\n\n";

    public static string Start => Event("message_start", """" "message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":180,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":1,"service_tier":"standard"}} """") + Event("ping", "\"x\":0");

    public static string TextBlock(int index, params string[] pieces) =>
        Event("content_block_start", $$"""" "index":{{index}},"content_block":{"type":"text","text":""} """")
        + string.Concat(pieces.Select(piece => Event("content_block_delta", $$"""" "index":{{index}},"delta":{"type":"text_delta","text":{{JsonSerializer.Serialize(piece)}} } """")))
        + Event("content_block_stop", $"\"index\":{index}");

    public static string CallBlock(int index, string id, string name, int pieces, string arguments) =>
        Event("content_block_start", $$"""" "index":{{index}},"content_block":{"type":"tool_use","id":"{{id}}","name":"{{name}}","input":{} } """")
        + string.Concat(arguments.Chunk(pieces).Select(piece => Event("content_block_delta", $$"""" "index":{{index}},"delta":{"type":"input_json_delta","partial_json":{{JsonSerializer.Serialize(new string(piece))}} } """")))
        + Event("content_block_stop", $"\"index\":{index}");

    public static string End(string stop) =>
        Event("message_delta", $$$"""" "delta":{"stop_reason":"{{{stop}}}","stop_sequence":null},"usage":{"input_tokens":180,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":16} """") + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
}
