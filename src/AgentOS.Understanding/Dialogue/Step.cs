using System.Text.Json.Nodes;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Something to do for the person's message.</summary>
internal abstract record Step
{
    /// <summary>The part of the message that asks for it, where the message asks for more than this.</summary>
    public string? Words { get; init; }

    /// <summary>Call a tool.</summary>
    internal sealed record Call(string Tool, JsonObject Arguments) : Step
    {
        /// <summary>Whether an argument points at what was shown before ("it", "the second one"), which an earlier step may be about to show.</summary>
        public bool Points => Pointers.Any(Arguments);

        /// <summary>What to do where the call comes to nothing.</summary>
        public Step? Otherwise { get; init; }
    }

    /// <summary>Call a function that is not one of the catalog's tools.</summary>
    internal sealed record Foreign(string Function, JsonObject Arguments) : Step;

    /// <summary>Say something, and remember the question if it is one.</summary>
    internal sealed record Say(string Text, DialogueState? State = null) : Step;
}
