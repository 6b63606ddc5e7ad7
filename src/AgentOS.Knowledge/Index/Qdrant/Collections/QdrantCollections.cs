using System.Text.Json;
using AgentOS.Knowledge.Index.Qdrant.Http;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Collections;

/// <summary>Collections and the alias that searches go by.</summary>
internal sealed class QdrantCollections(QdrantConnection connection)
{
    /// <summary>The collection behind an alias; <see langword="null"/> when there is none.</summary>
    public async ValueTask<string?> BehindAsync(string alias, CancellationToken cancel)
    {
        var all = await connection.AskAsync(HttpMethod.Get, "aliases", null, QdrantJson.Default.Aliased, cancel).ConfigureAwait(false);
        return all.Aliases.FirstOrDefault(one => one.AliasName == alias)?.CollectionName;
    }

    /// <summary>Makes a collection and its payload indexes; one that is there already is kept, and given the indexes that it lacks.</summary>
    public async ValueTask CreateAsync(QdrantSchema schema, CancellationToken cancel)
    {
        var path = $"collections/{schema.Name}";
        var existence = await connection.AskAsync(HttpMethod.Get, $"{path}/exists", null, QdrantJson.Default.Existing, cancel).ConfigureAwait(false);
        if (!existence.Exists)
        {
            try
            {
                await connection.WriteAsync(HttpMethod.Put, path, JsonSerializer.SerializeToUtf8Bytes(schema.Collection, QdrantJson.Default.CreateCollection), QdrantJson.Default.Truth, cancel).ConfigureAwait(false);
            }
            catch (QdrantException there) when (there.Failure == QdrantFailure.Conflict)
            {
                // Another process was quicker.
            }
        }

        foreach (var index in QdrantSchema.Indexes)
            await connection.WriteAsync(HttpMethod.Put, $"{path}/index?wait=true", JsonSerializer.SerializeToUtf8Bytes(index, QdrantJson.Default.CreateFieldIndex), QdrantJson.Default.Updated, cancel).ConfigureAwait(false);
    }

    /// <summary>Lets an alias point to a collection, in one step that searches see before or after.</summary>
    public async ValueTask PointAsync(string alias, string collection, bool fromAnother, CancellationToken cancel)
    {
        AliasAction create = new() { CreateAlias = new CreateAlias(collection, alias) };
        var actions = new ChangeAliases(fromAnother ? [new AliasAction { DeleteAlias = new DeleteAlias(alias) }, create] : [create]);
        await connection.WriteAsync(HttpMethod.Post, "collections/aliases", JsonSerializer.SerializeToUtf8Bytes(actions, QdrantJson.Default.ChangeAliases), QdrantJson.Default.Truth, cancel).ConfigureAwait(false);
    }

    public async ValueTask DropAsync(string collection, CancellationToken cancel) =>
        await connection.WriteAsync(HttpMethod.Delete, $"collections/{collection}", null, QdrantJson.Default.Truth, cancel).ConfigureAwait(false);
}
