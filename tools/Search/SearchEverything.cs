using System.ComponentModel;
using AgentOS.Domain;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Search;

/// <summary>Looks for a name or a number in everything at once.</summary>
[Tool("search.everything", Effect.Read), Route("GET /api/v1/search"), Permission("search:read")]
[Description("Looks for a name or a number, in English or Arabic, among customers, contacts, leads, opportunities, products, orders and suppliers. Use it when it is not said what kind of record is meant.")]
public sealed class SearchEverything(Database db) : ITool<SearchEverything.Input, SearchResults>
{
    private const int Longest = 200;

    /// <summary>What to look for.</summary>
    public sealed record Input([Description("A name, a part of one, or a number such as SO-1001")] string Text);

    /// <inheritdoc/>
    public async ValueTask<SearchResults> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var text = input.Text.Trim();
        if (text.Length is 0 or > Longest)
            throw new ToolException("search_text", $"Say what to look for, in at most {Longest} characters.", new Dictionary<string, object?> { ["most"] = Longest });
        var hits = await db.Database.SqlQueryRaw<FoundRow>(SearchSql.Statement, text).ToListAsync(cancel);
        var groups = hits.GroupBy(h => h.Kind)
            .OrderByDescending(g => g.Max(h => h.Score)).ThenBy(g => g.Key)
            .Select(g => new SearchGroup(Enum.Parse<RecordKind>(g.Key), [.. g.OrderByDescending(h => h.Score).ThenBy(h => h.Name).ThenByDescending(h => h.Number).Select(SearchHit.Of)]));
        return new SearchResults(text, [.. groups], hits.Count);
    }
}
