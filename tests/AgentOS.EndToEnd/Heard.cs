using System.Text.Json;
using Xunit;

namespace AgentOS.EndToEnd;

/// <summary>What came back to one line.</summary>
internal sealed class Heard(string said)
{
    private readonly List<(string Name, JsonElement Data)> events = [];

    public bool IsOver => events is [.., { Name: "ended" or "error" }];

    public JsonElement Result => events is [.., { Name: "ended" } last]
        ? last.Data
        : throw new InvalidOperationException($"'{said}' ended with: {(events.Count > 0 ? events[^1].Data.GetRawText() : "nothing")}");

    public string Reply => Result.GetProperty("reply").GetString()!;

    public string Reason => Result.GetProperty("reason").GetString()!;

    public void Add(string name, JsonElement data) => events.Add((name, data.Clone()));

    /// <summary>The data of the one successful call of a tool in this turn.</summary>
    public JsonElement Did(string tool)
    {
        var calls = events.Where(e => e.Name == "tool_finished").Select(e => e.Data).ToList();
        var done = calls.Where(c => c.GetProperty("tool").GetString() == tool && c.GetProperty("succeeded").GetBoolean()).ToList();
        Assert.True(done.Count == 1, $"'{said}' should have called {tool} once, successfully. It called: {string.Join("; ", calls.Select(c => c.GetRawText()))}. It said: {Reply}");
        return done[0].GetProperty("data");
    }
}
