using System.Text.Json;

namespace AgentOS.Runtime.Schema;

/// <summary>
/// Checks JSON against a schema that was compiled once. Properties that the schema does not name are refused
/// unless it allows them by <c>additionalProperties</c>: a misspelt argument must never run as an absent one.
/// Nothing is allocated for a value that is valid.
/// </summary>
public sealed class JsonSchemaValidator
{
    private readonly SchemaNode root;

    private JsonSchemaValidator(SchemaNode root) => this.root = root;

    /// <summary>Compiles a schema.</summary>
    /// <exception cref="FormatException">The schema itself is malformed, or refers to what it does not contain.</exception>
    public static JsonSchemaValidator Compile(JsonElement schema) => new(new SchemaCompiler(schema).CompileRoot());

    /// <summary>Every mistake in a value; empty when it is valid.</summary>
    public IReadOnlyList<SchemaError> Validate(JsonElement value) => root.Accepts(value) ? Array.Empty<SchemaError>() : Explain(value);

    /// <summary>Every mistake in a function's arguments, whose values are JSON or plain CLR values; empty when they are valid.</summary>
    public IReadOnlyList<SchemaError> Validate(IDictionary<string, object?> arguments) =>
        root.Accepts(arguments) is true ? Array.Empty<SchemaError>() : Validate(JsonSerializer.SerializeToElement(arguments, Tools.ToolJson.Options));

    private List<SchemaError> Explain(JsonElement value)
    {
        var errors = new List<SchemaError>();
        root.Explain(value, "$", errors);
        return errors;
    }
}
