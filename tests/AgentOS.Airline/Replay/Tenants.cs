using AgentOS.Airline.Recording;
using AgentOS.Identity;

namespace AgentOS.Airline.Replay;

/// <summary>Each conversation, and each task, has the airline to itself: a tenant of its own, so that row-level security keeps them apart.</summary>
internal static class Tenants
{
    private const uint Conversations = 0xA1000000, Tasks = 0xA2000000;

    public static RecordedConversation RecordingOf(Guid tenant) =>
        TauBench.Conversations[(int)(BitConverter.ToUInt32(tenant.ToByteArray()) - Conversations)];

    public static Principal Of(RecordedConversation conversation) => Of(Conversations + (uint)conversation.Index, $"Airline of {conversation}");

    /// <summary>The airline in which a task's own actions are done.</summary>
    public static Principal OfTask(RecordedConversation conversation) => Of(Tasks + (uint)conversation.Task, $"Airline of task {conversation.Task}");

    private static Principal Of(uint number, string name) => new(
        new Tenant(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1), name, RecordedTime.Zone, "USD", DayOfWeek.Monday),
        new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2),
        "The recorded agent",
        new HashSet<string> { "airline:*" });
}
