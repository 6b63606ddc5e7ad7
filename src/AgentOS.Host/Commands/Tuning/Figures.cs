using System.Globalization;
using AgentOS.Understanding.Measures;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Figures as people read them, the same everywhere.</summary>
internal static class Figures
{
    public static string Percent(double? share) => share is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s * 100:F1} %") : "–";

    public static string Bare(double? share) => share is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s * 100:F1}") : "–";

    public static string Plain(double figure, int places = 1) => figure.ToString("F" + places, CultureInfo.InvariantCulture);

    public static string Time(Latency latency) => $"{Plain(latency.Mean)} µs mean, {Plain(latency.Median)} µs median, {Plain(latency.P99)} µs p99 ({Plain(latency.Processor)} µs of processor time)";

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Megabytes(long bytes) => Plain(bytes / 1e6) + " MB";

    /// <summary>An intent's name.</summary>
    public static string Name(string? intent) => intent ?? "(out of scope)";
}
