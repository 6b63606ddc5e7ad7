using System.Globalization;
using AgentOS.Runtime.Loop;
using AgentOS.Runtime.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Benchmarks;

/// <summary>What the loop costs beside the model, the tool and the database.</summary>
internal static class LoopBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var turns = arguments.Option("turns", 20_000);
        var rounds = arguments.Option("rounds", 9);
        var job = Job.Own;

        var loop = new ToolCallingChatClient(new ScriptedModel(job));
        var options = new ChatOptions { Instructions = job.System, Tools = [job.Tool] };
        ChatMessage[] question = [new(ChatRole.User, job.UserText(0))];
        var bare = await MedianAsync(turns, rounds, async _ =>
        {
            var response = await loop.GetResponseAsync(question, options);
            if (response.Text != job.Final) throw new InvalidOperationException("Wrong answer: " + response.Text);
        });

        // A conversation of ten turns, as the peers have; history is part of a turn's work.
        var bench = new Bench(job, new ScriptedModel(job), new NoJournal());
        var whole = await MedianAsync(turns, rounds, turn => bench.TurnAsync((turn / 10).ToString(CultureInfo.InvariantCulture), turn % 10));

        Console.WriteLine($"the loop, one single-tool turn:        {bare.Micros:F2} µs of processor time, {bare.Bytes:F0} bytes allocated");
        Console.WriteLine($"a conversation's single-tool turn:     {whole.Micros:F2} µs of processor time, {whole.Bytes:F0} bytes allocated");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"loop\",\"loop_us_per_turn\":{bare.Micros:F2},\"loop_bytes_per_turn\":{bare.Bytes:F0},\"conversation_us_per_turn\":{whole.Micros:F2},\"conversation_bytes_per_turn\":{whole.Bytes:F0},\"turns\":{turns},\"rounds\":{rounds}}}"));
        return 0;
    }

    private static async Task<(double Micros, double Bytes)> MedianAsync(int turns, int rounds, Func<int, ValueTask> turn)
    {
        var results = new List<(double Micros, double Bytes)>();
        var next = 0;
        for (var round = -3; round < rounds; round++)
        {
            GC.Collect();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var cpu = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < turns; i++)
                await turn(next++);
            var spent = Environment.CpuUsage.TotalTime - cpu;
            // The first rounds are the compiler's.
            if (round >= 0) results.Add((spent.TotalMicroseconds / turns, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)turns));
        }

        return (results.Select(r => r.Micros).Order().ElementAt(rounds / 2), results.Select(r => r.Bytes).Order().ElementAt(rounds / 2));
    }
}
