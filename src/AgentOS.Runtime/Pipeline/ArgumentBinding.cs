using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentOS.Runtime.Loop;
using AgentOS.Runtime.Schema;
using AgentOS.Tools;

namespace AgentOS.Runtime.Pipeline;

/// <summary>A call's input, bound from JSON.</summary>
internal sealed record BoundArguments(object? Input, IReadOnlyList<Reference> References, ToolError? Refusal = null);

/// <summary>From JSON to the tool's input record. Nothing is coerced and nothing unknown is let through.</summary>
internal static class ArgumentBinding
{
    private static readonly ConditionalWeakTable<ToolDescriptor, JsonSchemaValidator> Validators = [];

    public static BoundArguments Bind(ToolCall call)
    {
        var tool = call.Tool;
        var errors = Validators.GetValue(tool, static t => JsonSchemaValidator.Compile(t.InputSchema)).Validate(call.Arguments);
        if (errors.Count > 0) return Refuse(errors);
        try
        {
            var (input, references) = BindScope.Run(
                call.Principal.Tenant.Currency, (tool.Invoker, call.Arguments), static s => s.Invoker.Bind(s.Arguments));
            return new BoundArguments(input, references);
        }
        catch (JsonException malformed)
        {
            var argument = malformed.Path is { Length: > 2 } path ? path[2..].Split('.', '[')[0] : null;
            return new BoundArguments(null, [], new ToolError("invalid_arguments", malformed.InnerException?.Message ?? malformed.Message, argument));
        }
    }

    /// <summary>The input in its one spelling, references by the id they were resolved to.</summary>
    public static JsonElement Canonical(BoundArguments bound)
    {
        var json = JsonSerializer.SerializeToElement(bound.Input!, bound.Input!.GetType(), ToolJson.Options);
        using var document = JsonDocument.Parse(CanonicalJson.Of(json));
        return document.RootElement.Clone();
    }

    private static BoundArguments Refuse(IReadOnlyList<SchemaError> errors)
    {
        var missing = errors.FirstOrDefault(e => e.Kind == SchemaErrorKind.Missing);
        var first = missing ?? errors[0];
        var code = missing is not null && errors.All(e => e.Kind == SchemaErrorKind.Missing) ? "missing_argument" : "invalid_arguments";
        return new BoundArguments(null, [], new ToolError(code, string.Join(". ", errors.Select(e => e.Message)) + ".", first.Argument));
    }
}
