using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>All collections and aliases, and what is asked of them.</summary>
internal sealed class HeldCollections
{
    private readonly SortedDictionary<string, HeldCollection> collections = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> aliases = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, HeldCollection> Collections => collections;

    public IReadOnlyDictionary<string, string> Aliases => aliases;

    public JsonNode Work(string method, string[] path, JsonElement body, bool wait) => (method, path) switch
    {
        ("GET", ["collections"]) => new JsonObject { ["collections"] = Array(collections.Keys.Select(static name => new JsonObject { ["name"] = name })) },
        ("GET", ["aliases"]) => Told(aliases),
        ("GET", ["collections", var name, "aliases"]) => Told(aliases.Where(alias => alias.Value == name)),
        ("POST", ["collections", "aliases"]) => ChangeAliases(body.GetProperty("actions")),
        ("GET", ["collections", var name, "exists"]) => new JsonObject { ["exists"] = collections.ContainsKey(name) },
        ("GET", ["collections", var name]) => Find(name).Info(),
        ("PUT", ["collections", var name]) => Create(name, body),
        ("DELETE", ["collections", var name]) => Delete(name),
        ("PUT", ["collections", var name, "index"]) => Changed(name, wait, collection => collection.Indexes[body.GetProperty("field_name").GetString()!] = body.GetProperty("field_schema").Clone()),
        ("PUT", ["collections", var name, "points"]) => Changed(name, wait, collection => Upsert(collection, body)),
        ("POST", ["collections", var name, "points", "delete"]) => Changed(name, wait, collection => Remove(collection, body)),
        ("POST", ["collections", var name, ..]) => PointReading.Work(path[^1] == "points" ? "retrieve" : path[^1], Find(name), body),
        _ => throw new NotSupportedException($"The stand-in does not know {method} {string.Join('/', path)}."),
    };

    private HeldCollection Find(string name) => collections.GetValueOrDefault(aliases.GetValueOrDefault(name, name)) ?? throw Refusal.NoCollection(name);

    private JsonNode Create(string name, JsonElement body)
    {
        if (collections.ContainsKey(name)) throw new Refusal(409, $"Wrong input: Collection `{name}` already exists!");
        if (aliases.ContainsKey(name)) throw Refusal.Wrong($"Can't create collection with name {name}. Alias with the same name already exists");
        collections[name] = new HeldCollection(body.Clone());
        return JsonValue.Create(true);
    }

    private JsonNode Delete(string name)
    {
        foreach (var alias in aliases.Where(alias => alias.Value == name).ToArray()) aliases.Remove(alias.Key);
        return JsonValue.Create(collections.Remove(name));
    }

    private JsonNode ChangeAliases(JsonElement actions)
    {
        foreach (var action in actions.EnumerateArray().SelectMany(static action => action.EnumerateObject()))
        {
            var alias = action.Value.TryGetProperty("alias_name", out var named) ? named.GetString()! : "";
            switch (action.Name)
            {
                case "create_alias":
                    var to = action.Value.GetProperty("collection_name").GetString()!;
                    if (!collections.ContainsKey(to)) throw Refusal.NoCollection(to);
                    if (collections.ContainsKey(alias)) throw Refusal.Wrong($"Collection `{alias}` already exists!");
                    aliases[alias] = to;
                    break;
                case "delete_alias":
                    aliases.Remove(alias);
                    break;
                default:
                    throw new NotSupportedException(action.Name);
            }
        }

        return JsonValue.Create(true);
    }

    private JsonNode Changed(string name, bool wait, Action<HeldCollection> change)
    {
        var collection = Find(name);
        change(collection);
        return new JsonObject { ["operation_id"] = collection.Next(), ["status"] = wait ? "completed" : "acknowledged" };
    }

    private static void Upsert(HeldCollection collection, JsonElement body)
    {
        foreach (var point in body.GetProperty("points").EnumerateArray()) collection.Upsert(point);
    }

    private static void Remove(HeldCollection collection, JsonElement body)
    {
        if (body.TryGetProperty("points", out var ids)) collection.Remove(point => ids.EnumerateArray().Any(id => PointKey.Of(id) == point.Id));
        else collection.Remove(point => PointFilter.Fits(point, body.GetProperty("filter"), collection));
    }

    private static JsonObject Told(IEnumerable<KeyValuePair<string, string>> some) => new()
    {
        ["aliases"] = Array(some.Select(static alias => new JsonObject { ["alias_name"] = alias.Key, ["collection_name"] = alias.Value })),
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
