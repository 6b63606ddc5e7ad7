using AgentOS.Knowledge.Documents;

namespace AgentOS.Knowledge.Passages;

/// <summary>
/// Cuts documents into passages: what stands under one heading, in parts of about equal size. A row, an item and a sentence stay whole;
/// where running text is cut, the sentence before is said again, and a table's head and a list's leading sentence stand in each of its parts.
/// </summary>
internal static class PassageCutter
{
    public static IReadOnlyList<IntakePassage> Cut(IReadOnlyList<Block> blocks, PassageOptions options, CancellationToken cancel)
    {
        var passages = new List<IntakePassage>();
        var path = new HeadingPath();
        var pieces = new List<Piece>();
        var cutter = new PieceCutter(options);
        foreach (var block in blocks)
        {
            cancel.ThrowIfCancellationRequested();
            if (block.Text.Length == 0) continue;
            if (block.Kind == BlockKind.Heading)
            {
                Flush();
                if (path.Enter(block) is { } alone) passages.Add(alone);
                continue;
            }

            pieces.AddRange(cutter.Cut(block));
        }

        Flush();
        if (path.Unused() is { } last) passages.Add(last);
        return passages;

        void Flush()
        {
            if (pieces.Count == 0) return;
            path.Use();
            foreach (var part in Parts(pieces, options)) passages.Add(PassageWriter.Write(part, path.Headings, options));
            pieces.Clear();
        }
    }

    /// <summary>Fills passages up to their size; what would be left over for a small one goes to the one before.</summary>
    private static IEnumerable<PassagePart> Parts(List<Piece> pieces, PassageOptions options)
    {
        var bounds = new List<int> { 0 };
        int words = 0, characters = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > bounds[^1] && (words + pieces[i].Words > options.Target || characters + pieces[i].Text.Length > options.LongestPiece))
            {
                bounds.Add(i);
                (words, characters) = (0, 0);
            }

            words += pieces[i].Words;
            characters += pieces[i].Text.Length + 1;
        }

        if (bounds.Count > 1 && FitsTogether(pieces, bounds[^2], options)) bounds.RemoveAt(bounds.Count - 1);
        for (var i = 0; i < bounds.Count; i++)
            yield return new PassagePart(pieces, bounds[i], i + 1 < bounds.Count ? bounds[i + 1] : pieces.Count);
    }

    private static bool FitsTogether(List<Piece> pieces, int from, PassageOptions options)
    {
        int words = 0, characters = 0;
        for (var i = from; i < pieces.Count; i++) (words, characters) = (words + pieces[i].Words, characters + pieces[i].Text.Length + 1);
        return words <= options.Most && characters <= options.LongestPiece;
    }
}

/// <summary>The pieces of one passage, from <paramref name="From"/> to before <paramref name="To"/>, among those of its section.</summary>
internal readonly record struct PassagePart(IReadOnlyList<Piece> Pieces, int From, int To);
