using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentOS.Runtime.Schema;

/// <summary>A property that a schema names.</summary>
internal sealed record PropertyRule(string Name, SchemaNode Schema, bool Required);

/// <summary>What an object may hold.</summary>
internal sealed class ObjectRule
{
    private const int Tracked = 64;
    private readonly PropertyRule[] properties;
    private readonly ulong required;

    public ObjectRule(PropertyRule[] properties)
    {
        if (properties.Length > Tracked) throw new FormatException($"An object schema may name at most {Tracked} properties.");
        this.properties = properties;
        for (var i = 0; i < properties.Length; i++)
        {
            if (properties[i].Required) required |= 1UL << i;
        }
    }

    /// <summary>The schema of properties that are not named; <see langword="null"/> to refuse them.</summary>
    public SchemaNode? Others { get; init; }

    /// <summary>Names that a sibling or parent schema checks.</summary>
    public IReadOnlyList<string> KnownElsewhere { get; init; } = [];

    public (Regex Name, SchemaNode Schema)[] Patterns { get; init; } = [];

    public int? Least { get; init; }

    public int? Most { get; init; }

    public bool Check(JsonElement value, string path, List<SchemaError>? errors)
    {
        var valid = true;
        var seen = 0UL;
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            count++;
            valid &= CheckProperty(property, ref seen, path, errors);
            if (!valid && errors is null) return false;
        }

        if ((seen & required) != required) valid = ExplainMissing(required & ~seen, path, errors);
        if (count < Least) valid = SchemaNode.Refuse(errors, path, $"must have at least {Least} properties, but has {count}");
        if (count > Most) valid = SchemaNode.Refuse(errors, path, $"must have at most {Most} properties, but has {count}");
        return valid;
    }

    /// <summary>Whether a function's arguments are valid.</summary>
    public bool? Accepts(IDictionary<string, object?> arguments)
    {
        if (Patterns.Length > 0 || Least is not null || Most is not null || KnownElsewhere.Count > 0) return null;
        var found = 0;
        foreach (var property in properties)
        {
            if (!arguments.TryGetValue(property.Name, out var value))
            {
                if (property.Required) return false;
                continue;
            }

            found++;
            if (!property.Schema.Accepts(ClrValues.ToJson(value))) return false;
        }

        return found == arguments.Count ? true : Others is null ? false : null;
    }

    private bool CheckProperty(JsonProperty property, ref ulong seen, string path, List<SchemaError>? errors)
    {
        for (var i = 0; i < properties.Length; i++)
        {
            if (!property.NameEquals(properties[i].Name)) continue;
            seen |= 1UL << i;
            return properties[i].Schema.Check(property.Value, errors is null ? path : $"{path}.{properties[i].Name}", errors);
        }

        foreach (var (name, schema) in Patterns)
        {
            if (name.IsMatch(property.Name))
                return schema.Check(property.Value, errors is null ? path : $"{path}.{property.Name}", errors);
        }

        foreach (var known in KnownElsewhere)
        {
            if (property.NameEquals(known)) return true;
        }

        if (Others is not null) return Others.Check(property.Value, errors is null ? path : $"{path}.{property.Name}", errors);
        errors?.Add(new SchemaError(SchemaErrorKind.Unknown, $"{path}.{property.Name}", Unknown(property.Name, path)));
        return false;
    }

    private bool ExplainMissing(ulong missing, string path, List<SchemaError>? errors)
    {
        for (; errors is not null && missing != 0; missing &= missing - 1)
        {
            var name = properties[BitOperations.TrailingZeroCount(missing)].Name;
            SchemaNode.Refuse(errors, $"{path}.{name}", "is required, but missing", SchemaErrorKind.Missing);
        }

        return false;
    }

    private string Unknown(string name, string path)
    {
        var known = properties.Select(p => p.Name).Concat(KnownElsewhere).Distinct().ToList();
        var where = path == "$" ? "" : $" in '{path[2..]}'";
        if (known.Count == 0) return $"unknown argument '{name}'{where}; there are none to give";
        return Spelling.Nearest(name, known) is { } near
            ? $"unknown argument '{name}'{where}; did you mean '{near}'?"
            : $"unknown argument '{name}'{where}; known are {string.Join(", ", known)}";
    }
}
