using System.Globalization;
using System.Text;
using AgentOS.Runtime.Schema;

namespace AgentOS.Runtime.Loop;

/// <summary>The checks that a call passes before anything is run. A refusal says what is wrong and shows the schema.</summary>
internal static class CallRules
{
    /// <summary>Where the models' adapters keep the text of arguments that they could not read.</summary>
    private const string UnreadableText = "arguments";

    private static readonly Dictionary<string, object?> NoArguments = [];

    /// <summary>The refusal, or <see langword="null"/> when the call may run.</summary>
    public static CallOutcome? Check(PlannedCall call, ToolSet tools)
    {
        var content = call.Content;
        if (call.Tool is not { } tool)
            return Unknown(content.Name, tools);
        if (content.Exception is { } problem)
            return Invalid(tool, "The arguments are not valid JSON: " + problem.Message);
        // A call that a journal has kept comes back without its exception, but still with the text that could not be read.
        if (content.Arguments is null && content.AdditionalProperties?.ContainsKey(UnreadableText) == true)
            return Invalid(tool, "The arguments are not valid JSON.");
        var errors = tool.Validator.Validate(content.Arguments ?? NoArguments);
        return errors.Count == 0 ? null : Invalid(tool, Describe(errors), errors);
    }

    private static CallOutcome Unknown(string? name, ToolSet tools) => CallOutcome.Refused(
        "unknown_tool",
        string.Create(CultureInfo.InvariantCulture, $"There is no tool '{name}'. Available: {string.Join(", ", tools.Names)}."));

    private static CallOutcome Invalid(LoopTool tool, string problem, IReadOnlyList<SchemaError>? errors = null)
    {
        var missing = errors is [{ Kind: SchemaErrorKind.Missing } only] ? only.Argument : null;
        return CallOutcome.Refused(
            missing is null ? "invalid_arguments" : "missing_argument",
            $"{problem} Nothing was run. Call {tool.Function.Name} again with arguments that fit this schema: {tool.Function.JsonSchema.GetRawText()}",
            missing);
    }

    private static string Describe(IReadOnlyList<SchemaError> errors)
    {
        var text = new StringBuilder();
        foreach (var error in errors) text.Append(error.Message).Append(". ");
        return text.ToString().TrimEnd();
    }
}
