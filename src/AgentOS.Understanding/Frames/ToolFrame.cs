using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Understanding.Frames;

/// <summary>A tool as the understanding sees it: its name and the arguments that an utterance may fill.</summary>
internal sealed class ToolFrame
{
    private ToolFrame(ToolDescriptor tool, List<Argument> arguments)
    {
        Tool = tool;
        Arguments = arguments;
    }

    public ToolDescriptor Tool { get; }

    public IReadOnlyList<Argument> Arguments { get; }

    public static ToolFrame Of(ToolDescriptor tool)
    {
        var arguments = new List<Argument>();
        foreach (var parameter in Parameters(tool.InputType)) Read(parameter, arguments);
        return new ToolFrame(tool, arguments);
    }

    public Argument? Find(string path) => Arguments.FirstOrDefault(a => a.Path == path);

    private static void Read(ParameterInfo parameter, List<Argument> arguments)
    {
        var name = Name(parameter);
        var required = !parameter.HasDefaultValue;
        var type = parameter.ParameterType;
        if (ItemOf(type) is not { } item)
        {
            arguments.Add(Leaf(name, type, required, parameter));
        }
        else if (KindOf(item) is { })
        {
            arguments.Add(Leaf(name, item, required, parameter) with { Many = true });
        }
        else
        {
            foreach (var property in Parameters(item))
                arguments.Add(Leaf($"{name}.{Name(property)}", property.ParameterType, !property.HasDefaultValue, property) with { Many = true, ListRequired = required });
        }
    }

    private static Argument Leaf(string path, Type type, bool required, ParameterInfo parameter)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var kind = KindOf(type) ?? ArgumentKind.Text;
        var asSaid = parameter.GetCustomAttribute<AsSaidAttribute>(inherit: false);
        return new Argument(path, kind, required, Describe(parameter))
        {
            IsAsSaid = asSaid is not null,
            About = asSaid?.About?.Name,
            Entity = kind == ArgumentKind.Reference ? type.GetGenericArguments()[0].Name : null,
            Choices = kind == ArgumentKind.Choice ? [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)] : [],
        };
    }

    private static ArgumentKind? KindOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>)) return ArgumentKind.Reference;
        if (type.IsEnum) return ArgumentKind.Choice;
        if (type == typeof(Money)) return ArgumentKind.Money;
        if (type == typeof(string) || type == typeof(Guid)) return ArgumentKind.Text;
        if (type == typeof(int) || type == typeof(long) || type == typeof(short)) return ArgumentKind.Whole;
        if (type == typeof(decimal) || type == typeof(double) || type == typeof(float)) return ArgumentKind.Decimal;
        if (type == typeof(DateOnly)) return ArgumentKind.Date;
        if (type == typeof(DateTimeOffset) || type == typeof(DateTime)) return ArgumentKind.Moment;
        if (type == typeof(TimeOnly)) return ArgumentKind.Time;
        if (type == typeof(TimeSpan)) return ArgumentKind.Duration;
        return type == typeof(bool) ? ArgumentKind.Flag : null;
    }

    private static Type? ItemOf(Type type)
    {
        if (type == typeof(string)) return null;
        if (type.IsArray) return type.GetElementType();
        var list = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? type
            : type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return list?.GetGenericArguments()[0];
    }

    private static ParameterInfo[] Parameters(Type type) =>
        type.GetConstructors().Select(c => c.GetParameters()).OrderByDescending(p => p.Length).FirstOrDefault(p => p.Length != 1 || p[0].ParameterType != type) ?? [];

    private static string Name(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

    private static string Describe(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<DescriptionAttribute>()?.Description
        ?? parameter.Member.DeclaringType?.GetProperty(parameter.Name!)?.GetCustomAttribute<DescriptionAttribute>()?.Description
        ?? "";
}
