using System.ComponentModel;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Works a sum out.</summary>
[Tool("airline.calculate", Effect.Read), Permission("airline:read")]
[Description("Calculate the result of a mathematical expression.")]
public sealed class Calculate : ITool<Calculate.Input, Note>
{
    /// <summary>The sum.</summary>
    public sealed record Input(
        [property: Description("The expression, such as '2 + 2'. It can contain numbers, operators (+, -, *, /), parentheses, and spaces")] string Expression);

    /// <inheritdoc/>
    public ValueTask<Note> RunAsync(Input input, ToolContext context, CancellationToken cancel) => new(new Note(Sum.Of(input.Expression)));
}
