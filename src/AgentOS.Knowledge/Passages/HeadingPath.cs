using AgentOS.Knowledge.Documents;

namespace AgentOS.Knowledge.Passages;

/// <summary>The headings that text stands under. A heading with nothing under it is a passage by itself, so that nothing is lost.</summary>
internal sealed class HeadingPath
{
    private readonly List<Block> path = [];
    private bool used = true;

    public IReadOnlyList<string> Headings => [.. path.Select(h => h.Text)];

    /// <summary>Text stands under the headings.</summary>
    public void Use() => used = true;

    /// <summary>Enters a heading; gives the one before when it had neither text nor headings under it.</summary>
    public IntakePassage? Enter(Block heading)
    {
        var alone = path.Count > 0 && heading.Level <= path[^1].Level ? Unused() : null;
        while (path.Count > 0 && path[^1].Level >= heading.Level) path.RemoveAt(path.Count - 1);
        path.Add(heading);
        used = false;
        return alone;
    }

    /// <summary>The last heading as a passage, when nothing stands under it.</summary>
    public IntakePassage? Unused()
    {
        if (used || path.Count == 0) return null;
        used = true;
        var last = path[^1];
        return new IntakePassage(last.Text, [.. path[..^1].Select(h => h.Text)], last.Place.ToString(), Language.Of(last.Text));
    }
}
