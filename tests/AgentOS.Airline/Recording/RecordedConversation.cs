using System.Text.Json;

namespace AgentOS.Airline.Recording;

/// <summary>A conversation as it was recorded, with what it was judged by.</summary>
/// <param name="Index">Position in the file.</param>
/// <param name="Task">The task's number; each was tried four times.</param>
/// <param name="Trial">Which of the four.</param>
/// <param name="Reward">1 or 0, as recorded.</param>
/// <param name="Messages">Without the system's.</param>
/// <param name="Outputs">What the agent must have told the user.</param>
/// <param name="Actions">What the task's author would have done; the database they leave is the right one.</param>
/// <param name="TargetState">Its hash, as recorded; <see langword="null"/> where the recording has none.</param>
/// <param name="Named">Every text in the task's actions and the recorded calls; the records they name are among them.</param>
internal sealed record RecordedConversation(
    int Index, int Task, int Trial, double Reward, IReadOnlyList<RecordedMessage> Messages, IReadOnlyList<string> Outputs,
    IReadOnlyList<RecordedCall> Actions, string? TargetState, IReadOnlySet<string> Named)
{
    private static readonly HashSet<string> Writes =
    [
        "book_reservation", "cancel_reservation", "send_certificate",
        "update_reservation_baggages", "update_reservation_flights", "update_reservation_passengers",
    ];

    public int ToolCalls => Messages.Count(m => m.Call is not null);

    /// <summary>Whether a write is made again with the same arguments, after an error or after a success.</summary>
    public bool RepeatsAWrite => Messages.Where(m => m.Call is { } call && Writes.Contains(call.Tool))
        .GroupBy(m => m.Call!.Tool + JsonSerializer.Serialize(m.Call.Arguments)).Any(g => g.Count() > 1);

    /// <summary>Writes that changed something.</summary>
    public int SuccessfulWrites => Messages.Zip(Messages.Skip(1)).Count(m =>
        m.First.Call is { } call && Writes.Contains(call.Tool) && !m.Second.Text.StartsWith("Error", StringComparison.Ordinal));

    public override string ToString() => $"task {Task} trial {Trial}";

    public static RecordedConversation Read(int index, JsonElement json)
    {
        var info = json.GetProperty("info");
        var task = info.GetProperty("task");
        var messages = json.GetProperty("traj").EnumerateArray().Select(RecordedMessage.Read).OfType<RecordedMessage>().ToList();
        var named = new HashSet<string>(StringComparer.Ordinal);
        Collect(task.GetProperty("actions"), named);
        foreach (var message in messages)
        {
            if (message.Call is { } call) Collect(call.Arguments, named);
        }

        return new RecordedConversation(
            index,
            json.GetProperty("task_id").GetInt32(),
            json.GetProperty("trial").GetInt32(),
            json.GetProperty("reward").GetDouble(),
            messages,
            [.. task.GetProperty("outputs").EnumerateArray().Select(o => o.GetString()!)],
            [.. task.GetProperty("actions").EnumerateArray().Select((a, i) => new RecordedCall($"action-{i}", a.GetProperty("name").GetString()!, a.GetProperty("kwargs").Clone()))],
            Target(info),
            named);
    }

    private static string? Target(JsonElement info) =>
        info.TryGetProperty("reward_info", out var judged) && judged.ValueKind == JsonValueKind.Object
        && judged.GetProperty("info").TryGetProperty("gt_data_hash", out var hash) ? hash.GetString() : null;

    private static void Collect(JsonElement json, HashSet<string> texts)
    {
        if (json.ValueKind == JsonValueKind.String) texts.Add(json.GetString()!);
        if (json.ValueKind == JsonValueKind.Array) foreach (var item in json.EnumerateArray()) Collect(item, texts);
        if (json.ValueKind == JsonValueKind.Object) foreach (var property in json.EnumerateObject()) Collect(property.Value, texts);
    }
}

/// <summary>A recorded call of a tool.</summary>
internal sealed record RecordedCall(string Id, string Tool, JsonElement Arguments);

/// <summary>A recorded message: of the user, of the agent (text or one call), or a tool's result.</summary>
internal sealed record RecordedMessage(string Role, string Text, RecordedCall? Call)
{
    public static RecordedMessage? Read(JsonElement json)
    {
        var role = json.GetProperty("role").GetString()!;
        if (role == "system") return null;
        var text = json.GetProperty("content").GetString() ?? "";
        if (!json.TryGetProperty("tool_calls", out var calls) || calls.ValueKind != JsonValueKind.Array) return new RecordedMessage(role, text, null);
        var call = calls.EnumerateArray().Single();
        var function = call.GetProperty("function");
        return new RecordedMessage(role, text, new RecordedCall(
            call.GetProperty("id").GetString()!, function.GetProperty("name").GetString()!, JsonElement.Parse(function.GetProperty("arguments").GetString()!)));
    }
}
