using System.Text.Json.Nodes;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Something to do for the person's message.</summary>
internal abstract record Step
{
    /// <summary>Call a tool.</summary>
    internal sealed record Call(string Tool, JsonObject Arguments) : Step;

    /// <summary>Call a function that is not one of the catalog's tools.</summary>
    internal sealed record Foreign(string Function, JsonObject Arguments) : Step;

    /// <summary>Say something, and remember the question if it is one.</summary>
    internal sealed record Say(string Text, DialogueState? State = null) : Step;
}
