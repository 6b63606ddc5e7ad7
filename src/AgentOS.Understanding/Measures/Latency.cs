using System.Diagnostics;

namespace AgentOS.Understanding.Measures;

/// <summary>How long an utterance takes on one thread, in microseconds.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Median">The 50th percentile.</param>
/// <param name="P99">The 99th percentile.</param>
/// <param name="Processor">The mean of the processor's time, which other processes hardly change; with the collector's share.</param>
public sealed record Latency(double Mean, double Median, double P99, double Processor)
{
    private const int Times = 5;
    private const int Most = 10_000;
    private const int WarmUpRounds = 200;

    /// <summary>By then the runtime has compiled all that is used often for the last time, which it does beside the work.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Times the work on each text, after a warm-up of three seconds or two hundred rounds; each is done five times, of which the fastest counts, so that another process' turn does not.</summary>
    public static Latency Measure(IReadOnlyList<string> texts, Action<string> work)
    {
        if (texts.Count == 0) return new Latency(0, 0, 0, 0);
        var count = Math.Min(texts.Count, Most);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < count * WarmUpRounds && Stopwatch.GetElapsedTime(began) < WarmUp; i++) work(texts[i % count]);
        var fastest = new double[count];
        Array.Fill(fastest, double.MaxValue);
        var cpu = Environment.CpuUsage.TotalTime;
        for (var time = 0; time < Times; time++)
        {
            for (var i = 0; i < count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                work(texts[i]);
                fastest[i] = Math.Min(fastest[i], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        var busy = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / ((double)Times * count);
        Array.Sort(fastest);
        return new Latency(fastest.Average(), Quantile(fastest, 0.5), Quantile(fastest, 0.99), busy);
    }

    private static double Quantile(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
