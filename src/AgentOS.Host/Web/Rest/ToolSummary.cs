using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Host.Web.Rest;

/// <summary>A tool as <c>GET /api/v1/tools</c> and <c>agentos tools --json</c> show it.</summary>
internal sealed record ToolSummary(string Name, string Description, Effect Effect, string Permission, bool Confirm, string? Route, JsonElement Input, IReadOnlyList<string> Examples)
{
    private const int ExamplesShown = 4;

    public static ToolSummary Of(ToolDescriptor tool) => new(
        tool.Name,
        tool.Description,
        tool.Effect,
        tool.Permission,
        tool.Confirm,
        tool.Route,
        tool.InputSchema,
        [.. tool.Examples.GroupBy(e => e.Language).SelectMany(g => g.Take(ExamplesShown / 2)).Select(e => ExampleText.Plain(e.Text))]);
}
