using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using AgentOS.Tools;

namespace AgentOS.Runtime.Catalog;

/// <summary>Which arguments are references, and to what: <c>customer</c> → <c>Customer</c>, <c>lines.product</c> → <c>Product</c>.</summary>
internal static class ReferencePaths
{
    public static IReadOnlyDictionary<string, string> Of(Type input)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(input, "", found, 0);
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Collect(Type type, string prefix, Dictionary<string, string> found, int depth)
    {
        if (depth > 4) return;
        var info = ToolJson.Options.GetTypeInfo(type);
        if (info.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in info.Properties)
        {
            var item = ToolJson.Options.GetTypeInfo(property.PropertyType) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } ? element : property.PropertyType;
            if (item.IsGenericType && item.GetGenericTypeDefinition() == typeof(Ref<>))
                found[prefix + property.Name] = item.GetGenericArguments()[0].Name;
            else
                Collect(item, $"{prefix}{property.Name}.", found, depth + 1);
        }
    }
}
