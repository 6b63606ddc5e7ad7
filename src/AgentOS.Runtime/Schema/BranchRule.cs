using System.Text.Json;

namespace AgentOS.Runtime.Schema;

/// <summary>Schemas of which all, any or exactly one must hold, or one that must not.</summary>
internal sealed record BranchRule(BranchKind Kind, SchemaNode[] Schemas)
{
    public bool Check(JsonElement value, string path, List<SchemaError>? errors) => Kind switch
    {
        BranchKind.All => CheckAll(value, path, errors),
        BranchKind.Any => Count(value, atMost: 1) == 1 || ExplainNearest(value, path, errors),
        BranchKind.Not => !Schemas[0].Accepts(value) || SchemaNode.Refuse(errors, path, "has a value that is not allowed here"),
        _ => Count(value, atMost: 2) switch
        {
            1 => true,
            0 => ExplainNearest(value, path, errors),
            _ => SchemaNode.Refuse(errors, path, "fits more than one of the forms it may have, of which it must fit one"),
        },
    };

    private bool CheckAll(JsonElement value, string path, List<SchemaError>? errors)
    {
        var valid = true;
        foreach (var schema in Schemas)
        {
            valid &= schema.Check(value, path, errors);
            if (!valid && errors is null) return false;
        }

        return valid;
    }

    private int Count(JsonElement value, int atMost)
    {
        var count = 0;
        foreach (var schema in Schemas)
        {
            if (schema.Accepts(value) && ++count == atMost) break;
        }

        return count;
    }

    // Of several forms, the one that was meant is taken to be the one of the value's own type with the fewest mistakes.
    private bool ExplainNearest(JsonElement value, string path, List<SchemaError>? errors)
    {
        if (errors is null) return false;
        var kinds = JsonKindsWords.Of(value);
        var meant = Schemas.Where(s => ((s.Target ?? s).Kinds & kinds) != 0).ToList();
        if (meant.Count == 0)
        {
            var allowed = Schemas.Aggregate(JsonKinds.None, (sum, s) => sum | (s.Target ?? s).Kinds);
            return SchemaNode.Refuse(errors, path, $"must be {JsonKindsWords.Describe(allowed)}, but is {JsonKindsWords.Describe(value)}");
        }

        errors.AddRange(meant.Select(s => Explain(s, value, path)).MinBy(found => found.Count)!);
        return false;
    }

    private static List<SchemaError> Explain(SchemaNode schema, JsonElement value, string path)
    {
        var found = new List<SchemaError>();
        schema.Explain(value, path, found);
        return found;
    }
}

/// <summary>How schemas are combined.</summary>
internal enum BranchKind
{
    All,
    Any,
    One,
    Not,
}
