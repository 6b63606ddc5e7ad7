using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Domain.Tests.Tools;

/// <summary>One argument of a tool, as examples name it (<c>lines.quantity</c> for one of a list's items).</summary>
internal sealed record Argument(string Name, Type Type, bool Required)
{
    /// <summary>All arguments that can be marked.</summary>
    public static IEnumerable<Argument> Of(ToolDescriptor tool) => Of(tool.InputType, "", true);

    /// <summary>Whether words, or the value given for them, are something the argument can be.</summary>
    public bool Takes(Mark mark) => Type switch
    {
        { IsEnum: true } => Enum.GetNames(Type).Contains(Normal(mark.Value ?? mark.Words), StringComparer.OrdinalIgnoreCase),
        _ when Type == typeof(bool) => mark.Value is "true" or "false",
        _ when mark.Value is { } value && (Type == typeof(int) || Type == typeof(decimal)) => decimal.TryParse(value, out _),
        _ => true,
    };

    private static string Normal(string words) => words.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<Argument> Of(Type input, string prefix, bool outerRequired)
    {
        foreach (var parameter in input.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters())
        {
            // The whole request fills it in, so there is nothing to mark.
            if (parameter.IsDefined(typeof(AsSaidAttribute), inherit: false)) continue;
            var name = prefix + JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            var required = outerRequired && !parameter.HasDefaultValue;
            if (ItemOf(parameter.ParameterType) is { } item)
            {
                foreach (var inner in Of(item, name + ".", required)) yield return inner;
            }
            else
            {
                yield return new Argument(name, Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, required);
            }
        }
    }

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && type.GetGenericArguments()[0] is { IsNested: true } item ? item : null;
}
