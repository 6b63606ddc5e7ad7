using System.Text.Json;

namespace AgentOS.Runtime.Schema;

/// <summary>What a list may hold.</summary>
internal sealed record ArrayRule(SchemaNode? Items, int? Least, int? Most, bool Distinct)
{
    public bool Check(JsonElement value, string path, List<SchemaError>? errors)
    {
        var count = value.GetArrayLength();
        var valid = true;
        if (count < Least) valid = SchemaNode.Refuse(errors, path, $"must have at least {Least} items, but has {count}");
        if (count > Most) valid = SchemaNode.Refuse(errors, path, $"must have at most {Most} items, but has {count}");
        if (Distinct && Repeats(value)) valid = SchemaNode.Refuse(errors, path, "must not hold the same item twice");
        if (Items is null) return valid;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (!valid && errors is null) return false;
            valid &= Items.Check(item, errors is null ? path : $"{path}[{index}]", errors);
            index++;
        }

        return valid;
    }

    private static bool Repeats(JsonElement list)
    {
        for (var i = 1; i < list.GetArrayLength(); i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (JsonElement.DeepEquals(list[i], list[j])) return true;
            }
        }

        return false;
    }
}
