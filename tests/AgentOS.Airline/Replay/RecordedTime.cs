namespace AgentOS.Airline.Replay;

/// <summary>It is always 15:00 on 15 May 2024 at the airline, as in the recording; what is measured takes its real time.</summary>
internal sealed class RecordedTime : TimeProvider
{
    private static readonly TimeSpan Eastern = TimeSpan.FromHours(-5);

    /// <summary>Where the airline's day begins and ends.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone("EST", Eastern, "EST", "EST");

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2024, 5, 15, 15, 0, 0, Eastern).ToUniversalTime();
}
