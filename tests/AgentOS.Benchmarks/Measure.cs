using System.Globalization;

namespace AgentOS.Benchmarks;

internal static class Measure
{
    /// <summary>The process's resident memory.</summary>
    public static double ResidentMegabytes()
    {
        if (!File.Exists("/proc/self/status")) return Environment.WorkingSet / 1024.0 / 1024.0;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6).Trim()[..^3], NumberStyles.None, CultureInfo.InvariantCulture) / 1024.0;
    }

    public static double Quantile(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
