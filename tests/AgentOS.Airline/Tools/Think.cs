using System.ComponentModel;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>A place for a model to think; nothing comes of it.</summary>
[Tool("airline.think", Effect.Read), Permission("airline:read")]
[Description("Use the tool to think about something. It will not obtain new information or change the database, but just append the thought to the log. Use it when complex reasoning is needed.")]
public sealed class Think : ITool<Think.Input, Note>
{
    /// <summary>The thought.</summary>
    public sealed record Input([property: Description("A thought to think about")] string Thought);

    /// <inheritdoc/>
    public ValueTask<Note> RunAsync(Input input, ToolContext context, CancellationToken cancel) => new(new Note(""));
}
