using System.Text.Json;

namespace AgentOS.Knowledge.Index.Qdrant.Wire;

/// <summary>What every answer is wrapped in.</summary>
internal sealed record QdrantAnswer<T>(T? Result, JsonElement Status);

internal sealed record UpdateResult(string Status);

internal sealed record QueryResponse(IReadOnlyList<ScoredPoint> Points);

internal sealed record ScoredPoint(Guid Id, double Score, PassagePayload? Payload);

internal sealed record ScrollResult(IReadOnlyList<Record> Points, Guid? NextPageOffset);

internal sealed record Record(Guid Id, PassagePayload? Payload);

internal sealed record FacetResponse(IReadOnlyList<FacetValueHit> Hits);

/// <param name="Value">A string, a whole number or a truth value.</param>
/// <param name="Count">How many points have it.</param>
internal sealed record FacetValueHit(JsonElement Value, int Count);

internal sealed record CollectionExistence(bool Exists);

internal sealed record CollectionsAliases(IReadOnlyList<AliasDescription> Aliases);

internal sealed record AliasDescription(string AliasName, string CollectionName);
