using System.ComponentModel;
using AgentOS.Data;

namespace AgentOS.Tools.Service;

/// <summary>Says what was changed lately.</summary>
[Tool("actions.history", Effect.Read), Route("GET /api/v1/actions"), Permission("actions:read")]
[Description("Lists the latest changes that this person made in this conversation, latest first, and which of them were taken back.")]
public sealed class ActionHistory(IUndo undo) : ITool<ActionHistory.Input, ActionList>
{
    private const int Usual = 10;
    private const int Most = 50;

    /// <summary>How many.</summary>
    public sealed record Input([Description("How many, at most 50; 10 if not said")] int? Count = null);

    /// <inheritdoc/>
    public async ValueTask<ActionList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var calls = await undo.HistoryAsync(context, Math.Clamp(input.Count ?? Usual, 1, Most), cancel);
        return new ActionList(calls.Count, [.. calls.Select(c => new PastAction(PastAction.NameOf(c.Tool), c.At, c.Records, c.Undone))]);
    }
}

/// <summary>Changes, latest first.</summary>
/// <param name="Count">How many.</param>
/// <param name="Actions">The changes.</param>
public sealed record ActionList(int Count, IReadOnlyList<PastAction> Actions);

/// <summary>A change that was made.</summary>
/// <param name="Action">The action's tool, with underscores.</param>
/// <param name="At">When.</param>
/// <param name="Records">The records that it changed, as people call them; at most three.</param>
/// <param name="Undone">Whether it was taken back.</param>
public sealed record PastAction(string Action, DateTimeOffset At, IReadOnlyList<string> Records, bool Undone)
{
    internal static string NameOf(string tool) => tool.Replace('.', '_');
}
