using System.Runtime.CompilerServices;
using AgentOS.Understanding.Numerics;
using Eight = System.Runtime.Intrinsics.Vector256<float>;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// What <see cref="Recurrence"/> does, of a single utterance. Each eight units of a direction stand together, with all that is computed of them, and
/// both directions are read at once: a step waits for the one before it, so that the other direction's is done meanwhile.
/// </summary>
internal sealed class FrozenRecurrence
{
    private const int Parts = Recurrence.Parts;
    private const int Group = Parts * Lanes.Count;
    private readonly int groups;
    private readonly PackedMatrix matrix;

    /// <summary>For each group its biases and what the memory counts: of the gate of forgetting and of that of showing.</summary>
    private readonly float[] gates;

    /// <param name="rows">The matrix: for each direction, each part and each unit a column.</param>
    /// <param name="memory">Units of a direction.</param>
    /// <param name="gates">Biases of forgetting and of showing, and then what the memory counts in them; each of both directions.</param>
    public FrozenRecurrence(ReadOnlySpan<float> rows, int memory, ReadOnlySpan<float> gates)
    {
        groups = memory / Lanes.Count;
        this.gates = new float[gates.Length];
        var width = 2 * Parts * memory;
        var turned = new float[rows.Length];
        for (var unit = 0; unit < 2 * memory; unit++)
        {
            var (group, lane) = (unit / Lanes.Count, unit % Lanes.Count);
            for (var part = 0; part < Parts; part++)
            {
                this.gates[(group * Group) + (part * Lanes.Count) + lane] = gates[(part * 2 * memory) + unit];
                var from = (unit / memory * Parts * memory) + (part * memory) + (unit % memory);
                for (var row = 0; row < rows.Length / width; row++) turned[(row * width) + (group * Group) + (part * Lanes.Count) + lane] = rows[(row * width) + from];
            }
        }

        matrix = new PackedMatrix(turned, width);
    }

    /// <summary>Room that is needed in between for so many words.</summary>
    public int Between(int words) => PackedMatrix.Rounded(words) * matrix.Width;

    /// <summary>Reads words in both directions.</summary>
    /// <param name="words">How many there are.</param>
    /// <param name="rows">What each comes with.</param>
    /// <param name="mapped">Room as <see cref="Between"/> says.</param>
    /// <param name="into">Receives a row for each.</param>
    public void Read(int words, IntegerRows rows, float[] mapped, float[] into)
    {
        matrix.Multiply(words, rows, mapped);
        for (var group = 0; group < groups; group++) Read(words, group, mapped, into);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(int words, int group, float[] mapped, float[] into)
    {
        var (forwards, backwards) = (group * Group, (group + groups) * Group);
        var (held, other) = (Eight.Zero, Eight.Zero);
        var (width, wide) = (matrix.Width, 2 * groups * Lanes.Count);
        for (int k = 0, last = words - 1; k < words; k++, last--)
        {
            held = Step(mapped, (k * width) + forwards, forwards, held, into, (k * wide) + (group * Lanes.Count));
            other = Step(mapped, (last * width) + backwards, backwards, other, into, (last * wide) + ((group + groups) * Lanes.Count));
        }
    }

    /// <summary>Reads a word, and gives back what is kept in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Eight Step(float[] mapped, int from, int gate, Eight held, float[] into, int to)
    {
        var forgetting = Lanes.At(mapped, from + Lanes.Count) + Lanes.At(gates, gate) + (Lanes.At(gates, gate + (2 * Lanes.Count)) * held);
        var showing = Lanes.At(mapped, from + (2 * Lanes.Count)) + Lanes.At(gates, gate + Lanes.Count) + (Lanes.At(gates, gate + (3 * Lanes.Count)) * held);
        var (now, instead) = (Lanes.At(mapped, from), Lanes.At(mapped, from + (3 * Lanes.Count)));
        held = now + (Gate.Of(forgetting) * (held - now));
        (instead + (Gate.Of(showing) * (held - instead))).Put(into, to);
        return held;
    }
}
