using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentOS.Runtime.Schema;

/// <summary>Turns a schema document into checked rules. References may be recursive.</summary>
internal sealed class SchemaCompiler(JsonElement document)
{
    private static readonly string[] Branching = ["allOf", "anyOf", "oneOf", "not"];
    private readonly Dictionary<string, SchemaNode> targets = new(StringComparer.Ordinal);

    public SchemaNode CompileRoot() => Compile(document, Place.Root, []);

    private enum Place
    {
        Root,
        Nested,

        /// <summary>Part of a combination whose parent checks for unknown names.</summary>
        Part,
    }

    private SchemaNode Compile(JsonElement schema, Place place, IReadOnlyList<string> siblings)
    {
        if (schema.ValueKind == JsonValueKind.True) return SchemaNode.Anything;
        if (schema.ValueKind == JsonValueKind.False) return new SchemaNode { Never = true };
        if (schema.ValueKind != JsonValueKind.Object) throw new FormatException($"A schema is an object or a boolean, not {schema.GetRawText()}.");
        if (schema.TryGetProperty("$ref", out var reference)) return Refer(reference.GetString()!);

        var node = new SchemaNode { Kinds = KindsOf(schema), Values = ValuesOf(schema) };
        node.Number = NumberOf(schema);
        node.Text = TextOf(schema);
        node.Array = ArrayOf(schema);
        node.Branches = BranchesOf(schema);
        node.Object = ObjectOf(schema, place, siblings);
        return node;
    }

    private SchemaNode Refer(string pointer)
    {
        if (targets.TryGetValue(pointer, out var known)) return known;
        var node = targets[pointer] = new SchemaNode();
        var place = document;
        if (pointer != "#" && !pointer.StartsWith("#/", StringComparison.Ordinal))
            throw new FormatException($"The schema refers to {pointer}; only references within the schema (#/$defs/…) are followed.");
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(name, out place))
                throw new FormatException($"The schema refers to {pointer}, which it does not contain.");
        }

        node.Target = Compile(place, Place.Nested, []);
        return ReferenceEquals(node.Target, node) ? throw new FormatException($"The schema's {pointer} refers to itself.") : node;
    }

    private BranchRule[] BranchesOf(JsonElement schema)
    {
        var named = NamesOf(schema);
        var rules = new List<BranchRule>();
        foreach (var keyword in Branching)
        {
            if (!schema.TryGetProperty(keyword, out var list)) continue;
            // With properties beside it, or several schemas that all hold, no single part knows every name.
            var place = keyword is "allOf" or "not" || named.Count > 0 ? Place.Part : Place.Nested;
            SchemaNode[] parts = keyword == "not"
                ? [Compile(list, Place.Part, [])]
                : [.. list.EnumerateArray().Select(part => Compile(part, place, named))];
            rules.Add(new BranchRule(
                keyword switch { "allOf" => BranchKind.All, "anyOf" => BranchKind.Any, "oneOf" => BranchKind.One, _ => BranchKind.Not },
                parts));
        }

        return [.. rules];
    }

    private ObjectRule? ObjectOf(JsonElement schema, Place place, IReadOnlyList<string> siblings)
    {
        var combined = Branching.Any(keyword => schema.TryGetProperty(keyword, out _));
        var declares = schema.TryGetProperty("properties", out var properties);
        var requires = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : [];
        var closes = schema.TryGetProperty("additionalProperties", out var additional);
        var known = NamesOf(schema);
        if (!declares && requires.Count == 0 && !closes && !schema.TryGetProperty("patternProperties", out _)
            && !schema.TryGetProperty("minProperties", out _) && !schema.TryGetProperty("maxProperties", out _)
            && known.Count == 0 && (place != Place.Root || combined || KindsOf(schema) != JsonKinds.Object))
            return null;

        var rules = declares
            ? properties.EnumerateObject().Select(p => new PropertyRule(p.Name, Compile(p.Value, Place.Nested, []), requires.Remove(p.Name))).ToList()
            : [];
        rules.AddRange(requires.Order(StringComparer.Ordinal).Select(name => new PropertyRule(name, SchemaNode.Anything, true)));

        // An inner object that names no property at all is a free map; there is no name to misspell.
        var open = place == Place.Part || (place == Place.Nested && known.Count == 0 && !closes);
        return new ObjectRule([.. rules])
        {
            Others = closes
                ? additional.ValueKind == JsonValueKind.False ? null : Compile(additional, Place.Nested, [])
                : open ? SchemaNode.Anything : null,
            KnownElsewhere = closes && additional.ValueKind == JsonValueKind.False && place == Place.Part
                ? []
                : [.. known.Concat(siblings).Except(rules.Select(r => r.Name)).Distinct()],
            Patterns = schema.TryGetProperty("patternProperties", out var patterns)
                ? [.. patterns.EnumerateObject().Select(p => (PatternOf(p.Name), Compile(p.Value, Place.Nested, [])))]
                : [],
            Least = IntegerOf(schema, "minProperties"),
            Most = IntegerOf(schema, "maxProperties"),
        };
    }

    /// <summary>Names that a schema or a part of it declares.</summary>
    private List<string> NamesOf(JsonElement schema, int depth = 0)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > 8) return [];
        if (schema.TryGetProperty("$ref", out var reference))
            return depth > 0 && Locate(reference.GetString()!) is { } target ? NamesOf(target, depth + 1) : [];
        var names = schema.TryGetProperty("properties", out var own) ? own.EnumerateObject().Select(p => p.Name).ToList() : [];
        foreach (var keyword in Branching.AsSpan(0, 3))
        {
            if (depth == 0 && keyword != "allOf" && names.Count == 0) continue;
            if (schema.TryGetProperty(keyword, out var parts))
                names.AddRange(parts.EnumerateArray().SelectMany(part => NamesOf(part, depth + 1)));
        }

        return names;
    }

    private JsonElement? Locate(string pointer)
    {
        var place = document;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(Uri.UnescapeDataString(step), out place)) return null;
        }

        return place;
    }

    private static JsonKinds KindsOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return JsonKinds.Any;
        var kinds = type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Aggregate(JsonKinds.None, (sum, one) => sum | JsonKindsWords.Parse(one.GetString()))
            : JsonKindsWords.Parse(type.GetString());
        return schema.TryGetProperty("nullable", out var nullable) && nullable.ValueKind == JsonValueKind.True ? kinds | JsonKinds.Null : kinds;
    }

    private static JsonElement[]? ValuesOf(JsonElement schema) =>
        schema.TryGetProperty("const", out var only) ? [only.Clone()]
        : schema.TryGetProperty("enum", out var list) ? [.. list.EnumerateArray().Select(v => v.Clone())]
        : null;

    private static NumberRule? NumberOf(JsonElement schema)
    {
        var rule = new NumberRule(
            NumberAt(schema, "minimum"), NumberAt(schema, "maximum"),
            NumberAt(schema, "exclusiveMinimum"), NumberAt(schema, "exclusiveMaximum"), NumberAt(schema, "multipleOf"));
        return rule == new NumberRule(null, null, null, null, null) ? null : rule;
    }

    private static TextRule? TextOf(JsonElement schema)
    {
        var rule = new TextRule(
            IntegerOf(schema, "minLength"), IntegerOf(schema, "maxLength"),
            schema.TryGetProperty("pattern", out var pattern) ? PatternOf(pattern.GetString()!) : null,
            schema.TryGetProperty("format", out var format) ? format.GetString() : null);
        return rule is { Least: null, Most: null, Pattern: null, Format: null } ? null : rule;
    }

    private ArrayRule? ArrayOf(JsonElement schema)
    {
        var items = schema.TryGetProperty("items", out var each) ? Compile(each, Place.Nested, []) : null;
        var distinct = schema.TryGetProperty("uniqueItems", out var unique) && unique.ValueKind == JsonValueKind.True;
        var rule = new ArrayRule(items, IntegerOf(schema, "minItems"), IntegerOf(schema, "maxItems"), distinct);
        return rule is { Items: null, Least: null, Most: null, Distinct: false } ? null : rule;
    }

    private static Regex PatternOf(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException($"The schema's pattern {pattern} is no regular expression: {wrong.Message}", wrong);
        }
    }

    private static decimal? NumberAt(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.TryGetDecimal(out var number) ? number : null;

    private static int? IntegerOf(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : null;
}
