namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>A passage's terms as bytes: numbers of seven bits a byte, the lowest bit saying that marks follow, which hold until others do.</summary>
internal static class TermCode
{
    public static void Write(List<byte> into, ReadOnlySpan<int> terms, ReadOnlySpan<TermMarks> marks)
    {
        var (held, starting) = (TermMarks.None, TermMarks.StartsSentence | TermMarks.SamePlace);
        for (var i = 0; i < terms.Length; i++)
        {
            var changes = marks[i] != held;
            var value = (uint)terms[i] << 1 | (changes ? 1u : 0u);
            for (; value >= 0x80; value >>= 7) into.Add((byte)(value | 0x80));
            into.Add((byte)value);
            if (changes) into.Add((byte)marks[i]);
            held = marks[i] & ~starting;
        }
    }

    /// <summary>Reads terms and marks; both must have room for as many as there are bytes.</summary>
    /// <returns>How many terms there are.</returns>
    public static int Read(ReadOnlySpan<byte> code, Span<int> terms, Span<TermMarks> marks)
    {
        var (at, count, held) = (0, 0, TermMarks.None);
        while (at < code.Length)
        {
            uint value = code[at++];
            if (value >= 0x80)
            {
                value &= 0x7F;
                for (var shift = 7; at < code.Length; shift += 7)
                {
                    uint next = code[at++];
                    value |= (next & 0x7F) << shift;
                    if (next < 0x80) break;
                }
            }

            var mark = held;
            if ((value & 1) != 0)
            {
                mark = (TermMarks)code[at++];
                held = mark & ~(TermMarks.StartsSentence | TermMarks.SamePlace);
            }

            terms[count] = (int)(value >> 1);
            marks[count++] = mark;
        }

        return count;
    }
}
