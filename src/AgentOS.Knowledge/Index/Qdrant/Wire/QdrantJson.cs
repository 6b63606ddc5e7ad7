using System.Text.Json.Serialization;

namespace AgentOS.Knowledge.Index.Qdrant.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QdrantAnswer<bool>), TypeInfoPropertyName = "Truth")]
[JsonSerializable(typeof(QdrantAnswer<UpdateResult>), TypeInfoPropertyName = "Updated")]
[JsonSerializable(typeof(QdrantAnswer<IReadOnlyList<QueryResponse>>), TypeInfoPropertyName = "Queried")]
[JsonSerializable(typeof(QdrantAnswer<ScrollResult>), TypeInfoPropertyName = "Scrolled")]
[JsonSerializable(typeof(QdrantAnswer<FacetResponse>), TypeInfoPropertyName = "Faceted")]
[JsonSerializable(typeof(QdrantAnswer<CollectionExistence>), TypeInfoPropertyName = "Existing")]
[JsonSerializable(typeof(QdrantAnswer<CollectionsAliases>), TypeInfoPropertyName = "Aliased")]
[JsonSerializable(typeof(QueryRequestBatch))]
[JsonSerializable(typeof(ScrollRequest))]
[JsonSerializable(typeof(FacetRequest))]
[JsonSerializable(typeof(FilterSelector))]
[JsonSerializable(typeof(Point))]
[JsonSerializable(typeof(RrfQuery))]
[JsonSerializable(typeof(ReadOnlyMemory<float>))]
[JsonSerializable(typeof(CreateCollection))]
[JsonSerializable(typeof(CreateFieldIndex))]
[JsonSerializable(typeof(ChangeAliases))]
internal sealed partial class QdrantJson : JsonSerializerContext;
