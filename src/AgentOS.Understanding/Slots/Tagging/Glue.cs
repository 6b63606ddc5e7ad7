using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Pairs of tokens written without a space between them that no slot of the training began or ended between, such as a name and its 's.</summary>
internal sealed class Glue
{
    private const int LeastSeen = 3;
    private const float Penalty = 20;
    private readonly SortedSet<ulong> unbroken = [];

    public static Glue Of(IReadOnlyList<IReadOnlyList<Token>> tokens, IReadOnlyList<TokenLabel[]> labels)
    {
        var counts = new Dictionary<ulong, (int Whole, int Broken)>();
        for (var u = 0; u < tokens.Count; u++)
        {
            for (var i = 1; i < tokens[u].Count; i++)
            {
                if (!IsGlued(tokens[u], i)) continue;
                var (before, after) = (labels[u][i - 1], labels[u][i]);
                var pair = Pair(tokens[u], i);
                var (whole, broken) = counts.GetValueOrDefault(pair);
                if (before.Ends || after.Begins) counts[pair] = (whole, broken + 1);
                else if (after.Label == before.Label && !after.Begins) counts[pair] = (whole + 1, broken);
            }
        }

        var glue = new Glue();
        foreach (var (pair, (whole, broken)) in counts)
            if (broken == 0 && whole >= LeastSeen) glue.unbroken.Add(pair);
        return glue;
    }

    /// <summary>Makes it dear to begin or end a slot within unbroken pairs.</summary>
    public void Apply(IReadOnlyList<Token> tokens, Span<float> scores, SlotLabels labels)
    {
        if (unbroken.Count == 0) return;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!IsGlued(tokens, i) || !unbroken.Contains(Pair(tokens, i))) continue;
            foreach (ref var score in scores.Slice(((i - 1) * labels.Outputs) + labels.Ends(0), labels.Width)) score -= Penalty;
            foreach (ref var score in scores.Slice((i * labels.Outputs) + labels.Begins(0), labels.Width)) score -= Penalty;
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(unbroken.Count);
        foreach (var pair in unbroken) writer.Write(pair);
    }

    public static Glue Read(BinaryReader reader)
    {
        var glue = new Glue();
        for (var count = reader.ReadInt32(); count > 0; count--) glue.unbroken.Add(reader.ReadUInt64());
        return glue;
    }

    private static bool IsGlued(IReadOnlyList<Token> tokens, int i) => tokens[i - 1].End == tokens[i].Start;

    private static ulong Pair(IReadOnlyList<Token> tokens, int i) => Hash.Join(Side(tokens[i - 1]), Side(tokens[i]));

    private static ulong Side(in Token token) => token.Kind == TokenKind.Mark || token.Norm[0] == '\'' ? Hash.Of(token.Norm) : (ulong)token.Kind;
}
