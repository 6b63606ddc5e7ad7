using AgentOS.Understanding.Frames;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Requests to show as examples: the tools' own, in the person's language.</summary>
internal static class ExampleRequests
{
    /// <summary>Examples of tools within reach, each of another area as far as there are enough.</summary>
    public static List<string> Pick(TurnScope scope, int count)
    {
        var byArea = scope.Abilities.Reachable
            .GroupBy(t => t.Split('.')[0])
            .Select(g => g.Select(t => Of(scope, t)).Where(e => e is not null).ToList())
            .Where(g => g.Count > 0).ToList();
        var picked = new List<string>();
        for (var round = 0; picked.Count < count && byArea.Any(g => g.Count > round); round++)
            picked.AddRange(byArea.Where(g => g.Count > round).Take(count - picked.Count).Select(g => g[round]!));
        return picked;
    }

    public static string? Of(TurnScope scope, string tool) =>
        scope.Model.Frame(tool)?.Tool.Examples.FirstOrDefault(e => e.Language == scope.Turn.Language) is { } example
            ? MarkedText.Parse(example.Text).Text
            : null;
}
