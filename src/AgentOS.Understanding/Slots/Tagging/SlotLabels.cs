namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// The names of slots, numbered, and how a token's scores are laid out: three rows of <see cref="Width"/>: being within a slot
/// (or outside of any), beginning it, ending it. A token that is all of a slot begins and ends it.
/// </summary>
internal sealed class SlotLabels(IReadOnlyList<string> names)
{
    private const float Forbidden = 10_000;

    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>How many slots there are; also the number that stands for being outside.</summary>
    public int Outside => Names.Count;

    /// <summary>Slots and outside, filled up to whole vectors.</summary>
    public int Width { get; } = (names.Count + 1 + 7) / 8 * 8;

    /// <summary>Scores for each token.</summary>
    public int Outputs => 3 * Width;

    /// <summary>Makes slots that are not allowed too dear to be found.</summary>
    public void Forbid(Span<float> scores, bool[]? allowed)
    {
        for (var label = 0; allowed is not null && label < Outside; label++)
            if (!allowed[label]) scores[label] -= Forbidden;
    }

    public int Begins(int label) => Width + label;

    public int Ends(int label) => (2 * Width) + label;
}
