using System.Text.Json.Nodes;
using AgentOS.Tools;

namespace AgentOS.Understanding.Tests;

internal static class Json
{
    public static void AssertEqual(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}\nbut got  {actual.ToJsonString(ToolJson.Options)}");
}
