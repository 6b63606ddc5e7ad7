using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Data;

/// <summary>Takes calls back, from within the transaction of the call that does so.</summary>
public interface IUndo
{
    /// <summary>The principal's latest calls that changed something, latest first; in the conversation of <paramref name="context"/> when it has one.</summary>
    ValueTask<IReadOnlyList<PastCall>> HistoryAsync(ToolContext context, int most, CancellationToken cancel);

    /// <summary>The latest call that can be taken back; <see langword="null"/> when there is none. It is locked, so that two do not take it back.</summary>
    ValueTask<PastCall?> LastAsync(ToolContext context, CancellationToken cancel);

    /// <summary>Notes that the current call takes <paramref name="call"/> back by its declared inverse.</summary>
    void Mark(PastCall call);

    /// <summary>Restores the rows that <paramref name="call"/> changed, and notes that it has been taken back.</summary>
    /// <exception cref="ToolException"><c>changed_since</c>: somebody has changed a row in the meantime.</exception>
    ValueTask<IReadOnlyList<RowChange>> RestoreAsync(PastCall call, CancellationToken cancel);
}

/// <summary>A call that took effect.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Tool">The tool's dotted name.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="InverseTool">The tool that takes it back, if it declared one.</param>
/// <param name="InverseInput">That tool's input.</param>
/// <param name="Undone">Whether it has been taken back.</param>
/// <param name="Records">What people call the records that it changed; at most three.</param>
public sealed record PastCall(string Key, string Tool, DateTimeOffset At, RecordedOutcome Outcome, string? InverseTool, JsonElement? InverseInput, bool Undone, IReadOnlyList<string> Records);
