using System.Text.Json;
using AgentOS.Testing.Qdrant.Description;

namespace AgentOS.Knowledge.Tests.Qdrant;

public sealed class ApiDescriptionTests
{
    private const string Query = "/collections/a/points/query";

    [Theory]
    [InlineData("PUT", "/collections/a", """{"vectors":{"text":{"size":4,"distance":"Cosine"}},"sparse_vectors":{"words":{}}}""")]
    [InlineData("PUT", "/collections/a/index", """{"field_name":"tenant","field_schema":{"type":"keyword","is_tenant":true}}""")]
    [InlineData("PUT", "/collections/a/points?wait=true&ordering=medium", """{"points":[{"id":"0193f1d2-0000-7000-8000-000000000001","vector":{"text":[1,2],"words":{"indices":[7],"values":[1.5]}},"payload":{"any":{"thing":[1]}}}]}""")]
    [InlineData("POST", "/collections/a/points/query", """{"prefetch":[{"query":[1,2],"using":"text","limit":3},{"query":{"indices":[1],"values":[1]},"using":"words","limit":3}],"query":{"rrf":{"k":61}},"limit":3,"with_payload":{"exclude":["terms"]}}""")]
    [InlineData("POST", "/collections/a/points/query", """{"query":{"fusion":"rrf"},"prefetch":{"query":[1]}}""")]
    [InlineData("POST", "/collections/aliases", """{"actions":[{"delete_alias":{"alias_name":"a"}},{"create_alias":{"alias_name":"a","collection_name":"b"}}]}""")]
    [InlineData("POST", "/collections/a/points/scroll", """{"filter":{"must":[{"key":"k","match":{"any":["x"]}},{"key":"n","range":{"gte":1,"lte":2}},{"has_id":[1,"0193f1d2-0000-7000-8000-000000000001"]}]},"offset":null}""")]
    public void JudgeRequest_AsDescribed_IsRight(string method, string path, string body) => Assert.Empty(Judge(method, path, body));

    [Theory]
    [InlineData("PUT", "/collections/a", """{"vectors":{"text":{"size":4}}}""", "distance")]
    [InlineData("PUT", "/collections/a", """{"vectors":{"text":{"size":0,"distance":"Cosine"}}}""", "less than 1")]
    [InlineData("PUT", "/collections/a", """{"vectors":{"text":{"size":4,"distance":"cosine"}}}""", "none of")]
    [InlineData("PUT", "/collections/a", """{"vektors":{}}""", "vektors: is not known")]
    [InlineData("PUT", "/collections/a/index", """{"field_schema":"keyword"}""", "lacks 'field_name'")]
    [InlineData("PUT", "/collections/a/index", """{"field_name":"tenant","field_schema":{"type":"keyword","is_tennant":true}}""", "fits none")]
    [InlineData("PUT", "/collections/a/points", """{"points":[{"id":"not a uuid","vector":{}}]}""", "fits none")]
    [InlineData("PUT", "/collections/a/points", """{"points":[{"id":-1,"vector":{}}]}""", "fits none")]
    [InlineData("PUT", "/collections/a/points", """{"points":[{"id":1}]}""", "fits none")]
    [InlineData("PUT", "/collections/a/points?order=medium", """{"points":[]}""", "?order: is not known")]
    [InlineData("PUT", "/collections/a/points?ordering=some", """{"points":[]}""", "?ordering")]
    [InlineData("POST", Query, """{"query":{"rrf":{"k":0}},"prefetch":[]}""", "fits none")]
    [InlineData("POST", Query, """{"query":{"rrf":{"kay":2}},"prefetch":[]}""", "fits none")]
    [InlineData("POST", Query, """{"query":{"indices":[-1],"values":[1]}}""", "fits none")]
    [InlineData("POST", Query, """{"query":{"indices":[4294967296],"values":[1]}}""", "fits none")]
    [InlineData("POST", Query, """{"query":[1],"limit":"three"}""", "limit")]
    [InlineData("POST", Query, """{"query":[1],"top":3}""", "top: is not known")]
    [InlineData("POST", Query, """{"query":[1],"filter":{"must":[{"key":"a","matches":{"value":"x"}}]}}""", "fits none")]
    [InlineData("POST", Query, """{"query":[1],"filter":{"must":[{"match":{"value":"x"}}]}}""", "fits none")]
    [InlineData("POST", "/collections/aliases", """{"actions":[{"create_alias":{"alias_name":"a"}}]}""", "fits none")]
    [InlineData("GET", "/aliases", "{}", "not wanted")]
    [InlineData("POST", "/collections/a/facet", null, "no body")]
    public void JudgeRequest_NotAsDescribed_IsRefused(string method, string path, string? body, string said) =>
        Assert.Contains(Judge(method, path, body), wrong => wrong.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void JudgeAnswer_ScoreMissing_IsRefused()
    {
        var operation = ApiDescription.Qdrant.Operation("POST", Query)!.Value;
        Assert.Empty(ApiDescription.Qdrant.JudgeAnswer(operation, 200, JsonElement.Parse("""{"result":{"points":[{"id":1,"score":0.5,"version":0}]},"status":"ok","time":0.1}""")));
        Assert.NotEmpty(ApiDescription.Qdrant.JudgeAnswer(operation, 200, JsonElement.Parse("""{"result":{"points":[{"id":1,"version":0}]},"status":"ok","time":0.1}""")));
        Assert.NotEmpty(ApiDescription.Qdrant.JudgeAnswer(operation, 200, JsonElement.Parse("""{"result":[],"status":"ok","time":0.1}""")));
    }

    [Fact]
    public void Operation_NotDescribed_IsNone()
    {
        Assert.Null(ApiDescription.Qdrant.Operation("POST", "/collections/a/points/serch"));
        Assert.Null(ApiDescription.Qdrant.Operation("PATCH", "/collections/a/points"));
    }

    private static IReadOnlyList<string> Judge(string method, string path, string? body)
    {
        var parts = path.Split('?');
        var query = parts.Length == 1 ? [] : parts[1].Split('&').Select(static pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1]));
        return ApiDescription.Qdrant.JudgeRequest(ApiDescription.Qdrant.Operation(method, parts[0])!.Value, query, body is null ? null : JsonElement.Parse(body));
    }
}
