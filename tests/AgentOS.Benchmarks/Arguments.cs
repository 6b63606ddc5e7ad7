using System.Globalization;

namespace AgentOS.Benchmarks;

/// <summary>What follows the benchmark's name: some values, then options with values.</summary>
internal sealed class Arguments(IReadOnlyList<string> values, IReadOnlyDictionary<string, string> options)
{
    public static Arguments Of(string[] args, int values)
    {
        if (args.Length < values + 1) throw new BenchmarkException($"'{args[0]}' wants {values} values.\n{Help.Of(args[0])}");
        var rest = args[(values + 1)..];
        if (rest.Length % 2 != 0 || rest.Where((_, i) => i % 2 == 0).Any(name => !name.StartsWith("--", StringComparison.Ordinal)))
            throw new BenchmarkException($"Options come as --name value.\n{Help.Of(args[0])}");
        return new Arguments(args[1..(values + 1)], rest.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));
    }

    public string this[int index] => values[index];

    public int Number(int index) => Parse(values[index]);

    public int Option(string name, int otherwise) => options.TryGetValue("--" + name, out var value) ? Parse(value) : otherwise;

    public string? Option(string name) => options.GetValueOrDefault("--" + name);

    private static int Parse(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new BenchmarkException($"'{value}' must be a number above zero.");
}

/// <summary>A benchmark cannot be run; the message says what to mend.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
