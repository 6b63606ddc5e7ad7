using System.Text.Json;

namespace AgentOS.Runtime.Schema;

/// <summary>One compiled schema: what it demands of a value, and the schemas within it.</summary>
internal sealed class SchemaNode
{
    /// <summary>A schema that allows everything.</summary>
    public static SchemaNode Anything { get; } = new();

    /// <summary>The schema that is meant where this one is only a reference.</summary>
    public SchemaNode? Target { get; set; }

    public bool Never { get; init; }

    public JsonKinds Kinds { get; set; } = JsonKinds.Any;

    public JsonElement[]? Values { get; set; }

    public NumberRule? Number { get; set; }

    public TextRule? Text { get; set; }

    public ArrayRule? Array { get; set; }

    public ObjectRule? Object { get; set; }

    public BranchRule[] Branches { get; set; } = [];

    public bool Accepts(JsonElement value) => Check(value, "", null);

    public void Explain(JsonElement value, string path, List<SchemaError> errors) => Check(value, path, errors);

    /// <summary>Whether arguments are valid; <see langword="null"/> when only the whole as JSON can tell.</summary>
    public bool? Accepts(IDictionary<string, object?> arguments)
    {
        if (Target is not null) return Target.Accepts(arguments);
        if (Never || Branches.Length > 0 || Values is not null || Object is null) return null;
        return (Kinds & JsonKinds.Object) != 0 ? Object.Accepts(arguments) : false;
    }

    /// <summary>Checks a value; without a list for errors it stops at the first.</summary>
    public bool Check(JsonElement value, string path, List<SchemaError>? errors)
    {
        if (Target is not null) return Target.Check(value, path, errors);
        if (Never) return Refuse(errors, path, "must not be given");

        var kinds = JsonKindsWords.Of(value);
        if ((kinds & Kinds) == 0)
            return Refuse(errors, path, $"must be {JsonKindsWords.Describe(Kinds)}, but is {JsonKindsWords.Describe(value)}");

        var valid = Values is null || IsOneOf(value, Values) || Refuse(errors, path, WrongValue(value));
        if (!valid && errors is null) return false;
        valid &= Applies(kinds, value, path, errors);
        foreach (var branch in Branches)
        {
            if (!valid && errors is null) return false;
            valid &= branch.Check(value, path, errors);
        }

        return valid;
    }

    public static bool Refuse(List<SchemaError>? errors, string path, string message, SchemaErrorKind kind = SchemaErrorKind.Invalid)
    {
        errors?.Add(new SchemaError(kind, path, $"{Subject(path)} {message}"));
        return false;
    }

    private static string Subject(string path) => path == "$" ? "The value" : $"'{(path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path)}'";

    private static bool IsOneOf(JsonElement value, JsonElement[] allowed)
    {
        foreach (var one in allowed)
        {
            if (JsonElement.DeepEquals(value, one)) return true;
        }

        return false;
    }

    private bool Applies(JsonKinds kinds, JsonElement value, string path, List<SchemaError>? errors) => kinds switch
    {
        JsonKinds.Object => Object?.Check(value, path, errors) ?? true,
        JsonKinds.Array => Array?.Check(value, path, errors) ?? true,
        JsonKinds.String => Text?.Check(value, path, errors) ?? true,
        _ when (kinds & JsonKinds.Number) != 0 => Number?.Check(value, path, errors) ?? true,
        _ => true,
    };

    private string WrongValue(JsonElement value)
    {
        var words = Values!.Where(v => v.ValueKind != JsonValueKind.Null).Select(v => v.ToString()).ToList();
        var near = value.ValueKind == JsonValueKind.String ? Spelling.Nearest(value.GetString()!, words) : null;
        var hint = near is null ? "" : $"; did you mean '{near}'?";
        return words.Count == 1
            ? $"must be {words[0]}, but is {JsonKindsWords.Describe(value)}"
            : $"must be one of {string.Join(", ", words)}, but is {JsonKindsWords.Describe(value)}{hint}";
    }
}
