namespace AgentOS.Understanding.Numerics;

/// <summary>A row of numbers as integers of sixteen bits, with one scale.</summary>
internal static class ShortIntegers
{
    private const float Most = short.MaxValue;

    /// <summary>Writes the integers, and returns what one of them stands for.</summary>
    public static float Of(ReadOnlySpan<float> numbers, Span<short> into)
    {
        var most = 0f;
        foreach (var number in numbers) most = MathF.Max(most, MathF.Abs(number));
        for (var i = 0; i < numbers.Length; i++) into[i] = most == 0 ? (short)0 : (short)MathF.Round(numbers[i] / most * Most);
        return most / Most;
    }
}
