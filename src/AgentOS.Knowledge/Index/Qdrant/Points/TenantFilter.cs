using AgentOS.Knowledge.Index.Qdrant.Wire;
using Range = AgentOS.Knowledge.Index.Qdrant.Wire.Range;

namespace AgentOS.Knowledge.Index.Qdrant.Points;

/// <summary>What a request may see: always one tenant's points and no others. Points are read, counted and deleted by such a filter alone, and there is no other way to make one.</summary>
internal sealed class TenantFilter
{
    private TenantFilter(Guid tenant, IEnumerable<Condition> also, IReadOnlyList<Condition>? not = null) =>
        Wire = new Filter([Is("tenant", tenant.ToString()), .. also], not);

    public Filter Wire { get; }

    /// <summary>Everything of a tenant.</summary>
    public static TenantFilter Of(Guid tenant) => new(tenant, []);

    /// <summary>Everything of a collection of a tenant's.</summary>
    public static TenantFilter Of(Guid tenant, string collection) => new(tenant, [Is("collection", collection)]);

    /// <summary>The point that holds the tenant's position.</summary>
    public static TenantFilter Position(Guid tenant) => new(tenant, [new Condition { HasId = [PointId.OfPosition(tenant)] }]);

    /// <summary>Documents' passages, without some points.</summary>
    public static TenantFilter Documents(Guid tenant, IReadOnlyCollection<Guid> documents, IReadOnlyList<Guid> except) => new(
        tenant,
        [new Condition { Key = "document", Match = new Match(Any: [.. documents.Select(static d => d.ToString())]) }],
        except.Count == 0 ? null : [new Condition { HasId = except }]);

    /// <summary>What a question may find.</summary>
    public static TenantFilter For(KnowledgeQuery query) => new(query.Tenant, Conditions(query));

    private static IEnumerable<Condition> Conditions(KnowledgeQuery query)
    {
        yield return Is("collection", query.Collection);
        yield return new Condition { Key = "owner", Match = new Match(Any: query.User is { } user ? [PassagePoints.Everyone, user.ToString()] : [PassagePoints.Everyone]) };
        if (query.Language is { } language) yield return Is("language", language);
        foreach (var label in query.Labels) yield return Is("labels", label);
        if (query.On is not { } day) yield break;
        yield return new Condition { Key = "valid_from", Range = new Range(Lte: day.DayNumber) };
        yield return new Condition { Key = "valid_until", Range = new Range(Gte: day.DayNumber) };
    }

    private static Condition Is(string key, string value) => new() { Key = key, Match = new Match(value) };
}
