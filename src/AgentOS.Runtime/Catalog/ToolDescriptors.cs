using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgentOS.Tools;

namespace AgentOS.Runtime.Catalog;

/// <summary>Makes descriptors from tool classes.</summary>
public static partial class ToolDescriptors
{
    /// <summary>Describes a tool class.</summary>
    /// <exception cref="CatalogException">The class lacks something, or its parts contradict each other.</exception>
    public static ToolDescriptor Of(Type type, IReadOnlyList<ToolExample>? examples = null)
    {
        var tool = type.GetCustomAttribute<ToolAttribute>() ?? throw Wrong(type, "carries no [Tool] attribute");
        if (type.IsAbstract || type.IsGenericTypeDefinition) throw Wrong(type, "must be a concrete class to be a tool");
        if (!NamePattern().IsMatch(tool.Name))
            throw Wrong(type, $"is called '{tool.Name}'; a tool's name is module.verb in lower case, such as leads.qualify");
        var (input, view) = TypesOf(type);
        var schema = InputSchemas.Of(input);
        var route = type.GetCustomAttribute<RouteAttribute>()?.Pattern;
        if (route is not null) CheckRoute(type, route, schema);

        return new ToolDescriptor
        {
            Name = tool.Name,
            Description = type.GetCustomAttribute<DescriptionAttribute>()?.Description
                ?? throw Wrong(type, "has no [Description]; say in a sentence or two what it does and when to use it"),
            Effect = tool.Effect,
            Permission = type.GetCustomAttribute<PermissionAttribute>()?.Permission
                ?? throw Wrong(type, "has no [Permission]; name the one that a caller needs, such as leads:write"),
            Confirm = tool.Effect == Effect.Irreversible || type.IsDefined(typeof(ConfirmAttribute), inherit: false),
            QuotesOthers = type.IsDefined(typeof(QuotesOthersAttribute), inherit: false),
            Deadline = TimeSpan.FromMilliseconds(tool.DeadlineMilliseconds),
            Route = route,
            ToolType = type,
            InputType = input,
            ViewType = view,
            InputSchema = schema,
            References = ReferencePaths.Of(input),
            Examples = examples ?? [],
            Invoker = (IToolInvoker)Activator.CreateInstance(typeof(ToolInvoker<,,>).MakeGenericType(type, input, view))!,
        };
    }

    internal static CatalogException Wrong(Type type, string what) => new($"{type.FullName} {what}.");

    private static (Type Input, Type View) TypesOf(Type type)
    {
        var faces = type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITool<,>)).ToList();
        if (faces.Count != 1) throw Wrong(type, "must implement ITool<Input, View> exactly once");
        var arguments = faces[0].GetGenericArguments();
        return (arguments[0], arguments[1]);
    }

    private static void CheckRoute(Type type, string route, JsonElement schema)
    {
        if (!RoutePattern().IsMatch(route))
            throw Wrong(type, $"has the route '{route}'; a route is a method and a path, such as POST /api/v1/leads/{{lead}}/qualify");
        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => p.Name).ToHashSet() : [];
        foreach (Match placeholder in Placeholder().Matches(route))
        {
            var name = placeholder.Groups[1].Value;
            if (!known.Contains(name))
                throw Wrong(type, $"has the route '{route}', but its input has no property '{name}'; known are {string.Join(", ", known)}");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^(GET|POST|PUT|PATCH|DELETE) /[^ ]*$")]
    private static partial Regex RoutePattern();

    [GeneratedRegex("\\{([^}]*)\\}")]
    private static partial Regex Placeholder();
}
