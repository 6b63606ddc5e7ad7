namespace AgentOS.Tools;

/// <summary>What a conversation last spoke of, latest first; immutable.</summary>
/// <param name="Latest">The records of the latest reply, in the order they were shown.</param>
/// <param name="Earlier">One record of each earlier reply, latest first, at most 20.</param>
public sealed record Focus(IReadOnlyList<Mention> Latest, IReadOnlyList<Mention> Earlier)
{
    private const int Remembered = 20;

    /// <summary>Nothing has been spoken of.</summary>
    public static Focus Empty { get; } = new([], []);

    /// <summary>The focus after a reply that speaks of <paramref name="mentions"/>.</summary>
    public Focus With(IReadOnlyList<Mention> mentions) => mentions.Count == 0
        ? this
        : new Focus(mentions, [.. Latest.Take(3), .. Earlier.Take(Remembered)]);

    /// <summary>The record of an entity that "it" stands for, or <see langword="null"/>.</summary>
    public Mention? Last(string entity) =>
        Latest.FirstOrDefault(m => m.Entity == entity) ?? Earlier.FirstOrDefault(m => m.Entity == entity);

    /// <summary>The n-th record of an entity in the latest reply, counted from 1 (negative: from the end), or <see langword="null"/>.</summary>
    public Mention? Nth(string entity, int position)
    {
        var shown = Latest.Where(m => m.Entity == entity).ToList();
        var index = position > 0 ? position - 1 : shown.Count + position;
        return index >= 0 && index < shown.Count ? shown[index] : null;
    }
}
