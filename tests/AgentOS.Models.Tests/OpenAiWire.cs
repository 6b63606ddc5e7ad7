using System.Text.Json;

namespace AgentOS.Models.Tests;

/// <summary>What OpenAI's servers put on the wire.</summary>
internal static class OpenAiWire
{
    public const string Usage = """{"prompt_tokens":180,"completion_tokens":16,"total_tokens":196,"prompt_tokens_details":{"cached_tokens":128,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0}}""";

    public static string Whole(string message, string finish) =>
        $$"""{"id":"chatcmpl-1","object":"chat.completion","created":1763000000,"model":"gpt-4o-2024-08-06","choices":[{"index":0,"message":{{message}},"logprobs":null,"finish_reason":"{{finish}}"}],"usage":{{Usage}},"service_tier":"default","system_fingerprint":"fp_1"}""";

    public static string Text(string text) => Whole($$"""{"role":"assistant","content":{{JsonSerializer.Serialize(text)}},"refusal":null,"annotations":[]}""", "stop");

    public static string Calls(params (string Id, string Name, string Arguments)[] calls) =>
        Whole($$"""{"role":"assistant","content":null,"refusal":null,"tool_calls":[{{string.Join(',', calls.Select(c => $$$"""{"id":"{{{c.Id}}}","type":"function","function":{"name":"{{{c.Name}}}","arguments":{{{JsonSerializer.Serialize(c.Arguments)}}} }}"""))}}]}""", "tool_calls");

    public static string Chunk(string delta, string? finish = null) =>
        $"data: {{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1763000000,\"model\":\"gpt-4o-2024-08-06\",\"choices\":[{{\"index\":0,\"delta\":{delta},\"logprobs\":null,\"finish_reason\":{(finish is null ? "null" : $"\"{finish}\"")}}}]}}\n\n";

    public static string CallChunk(string call) => Chunk($$"""{"tool_calls":[{{call}}]}""");

    public static string UsageChunk => $"data: {{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1763000000,\"model\":\"gpt-4o-2024-08-06\",\"choices\":[],\"usage\":{Usage}}}\n\n";

    public static string Stream(params string[] chunks) => string.Concat(chunks) + UsageChunk + "data: [DONE]\n\n";

    /// <summary>Calls as OpenAI streams them: the head of each, then its arguments in pieces of so many characters.</summary>
    public static string CallStream(int pieces, params (string Id, string Name, string Arguments)[] calls)
    {
        var chunks = new List<string> { Chunk("""{"role":"assistant","content":null}""") };
        for (var i = 0; i < calls.Length; i++)
        {
            chunks.Add(CallChunk($$$"""{"index":{{{i}}},"id":"{{{calls[i].Id}}}","type":"function","function":{"name":"{{{calls[i].Name}}}","arguments":""}}"""));
            chunks.AddRange(calls[i].Arguments.Chunk(pieces).Select(piece => CallChunk($$$"""{"index":{{{i}}},"function":{"arguments":{{{JsonSerializer.Serialize(new string(piece))}}} }}""")));
        }

        return Stream([.. chunks, Chunk("{}", "tool_calls")]);
    }
}
