using System.Text.Json.Nodes;
using AgentOS.Turns;

namespace AgentOS.Host.Web.OpenApi;

/// <summary>The operations that are no tool: approvals and conversations, and what all operations share.</summary>
internal static class FixedOperations
{
    public static IEnumerable<(string Path, JsonObject Operations)> All(SchemaSection schemas)
    {
        var result = schemas.Of(typeof(TurnResult));
        schemas.Of(typeof(Approval));
        schemas.Add("Error", JsonNode.Parse("""
            {"type":"object","required":["error"],"properties":{"error":{"type":"object","required":["code","message","timestamp","requestId"],
             "properties":{"code":{"type":"string","description":"Stable snake_case code, such as out_of_stock."},"message":{"type":"string"},
             "details":{"description":"The argument at fault, the records that may be meant, or the facts of a rule."},
             "timestamp":{"type":"string","format":"date-time"},"requestId":{"type":"string"}}}}}
            """)!);
        yield return ("/api/v1/approvals/{id}", new JsonObject
        {
            ["get"] = Operation("approvals_show", "approvals", "Shows an open approval with the rows it would change", "id", null,
                JsonNode.Parse("""{"type":"object","required":["approval"],"properties":{"approval":{"$ref":"#/components/schemas/Approval"},"conversation":{"type":["string","null"]}}}""")!),
            ["post"] = Operation("approvals_answer", "approvals", "Approves or refuses, once; the answer is the call's own outcome, or the turn's where it was asked in a conversation", "id",
                """{"type":"object","required":["approved"],"properties":{"approved":{"type":"boolean"}},"additionalProperties":false}""", new JsonObject { ["type"] = "object" }),
        });
        yield return ("/api/v1/conversations/{id}/messages", new JsonObject
        {
            ["post"] = Operation("conversations_say", "conversations", "Says something; with Accept: text/event-stream the turn's steps are streamed as they happen", "id",
                """{"type":"object","required":["text"],"properties":{"text":{"type":"string","maxLength":32000},"agent":{"type":"string","description":"The agent to begin with."},"messageId":{"type":"string","description":"Your own id; the same one again is the same turn."}},"additionalProperties":false}""",
                result),
        });
        yield return ("/api/v1/conversations/{id}/stop", new JsonObject
        {
            ["post"] = Operation("conversations_stop", "conversations", "Stops the turn that is worked on; what is done stays done", "id", null,
                JsonNode.Parse("""{"type":"object","required":["stopped"],"properties":{"stopped":{"type":"boolean"}}}""")!),
        });
    }

    public static JsonObject Responses() => new()
    {
        ["Error"] = new JsonObject { ["description"] = "It was not done, and why.", ["content"] = ToolOperation.Json(new JsonObject { ["$ref"] = "#/components/schemas/Error" }) },
        ["ApprovalNeeded"] = new JsonObject
        {
            ["description"] = "Nothing was done yet: a person must approve. POST {\"approved\":true} to the Location.",
            ["headers"] = JsonNode.Parse("""{"Location":{"schema":{"type":"string"}}}"""),
            ["content"] = ToolOperation.Json(JsonNode.Parse("""{"type":"object","required":["approval"],"properties":{"approval":{"$ref":"#/components/schemas/Approval"}}}""")!),
        },
    };

    public static JsonObject Parameters() => (JsonObject)JsonNode.Parse("""
        {"IdempotencyKey":{"name":"Idempotency-Key","in":"header","required":false,"description":"The same key again never takes effect twice: the first outcome is returned.","schema":{"type":"string","maxLength":200}},
         "AcceptLanguage":{"name":"Accept-Language","in":"header","required":false,"description":"en or ar: how the outcome is said.","schema":{"type":"string"}}}
        """)!;

    private static JsonObject Operation(string id, string tag, string summary, string pathArgument, string? body, JsonNode response)
    {
        var operation = new JsonObject
        {
            ["operationId"] = id,
            ["tags"] = new JsonArray(tag),
            ["summary"] = summary,
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = pathArgument, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } }),
        };
        if (body is not null) operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = ToolOperation.Json(JsonNode.Parse(body)!) };
        operation["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "Done.", ["content"] = ToolOperation.Json(response) },
            ["400"] = new JsonObject { ["$ref"] = "#/components/responses/Error" },
            ["401"] = new JsonObject { ["$ref"] = "#/components/responses/Error" },
            ["404"] = new JsonObject { ["$ref"] = "#/components/responses/Error" },
        };
        return operation;
    }
}
