namespace AgentOS.Understanding.Encoders;

/// <summary>
/// Words that several intents have in their names (<c>alarm_set</c> and <c>alarm_remove</c>, <c>leads.create</c> and <c>leads.list</c>) are scored
/// as well, and what they score counts for each of those intents, so that what is rare learns from what is like it.
/// </summary>
internal sealed class NameParts
{
    /// <summary>How much a part counts beside the intent itself.</summary>
    private const float Share = 0.5f;

    private readonly int[][] parts;

    /// <param name="names">The intents' names.</param>
    /// <param name="classes">How many classes there are: the intents, and being out of scope where that is one.</param>
    public NameParts(IReadOnlyList<string> names, int classes)
    {
        var words = names.Select(name => Words(name).Distinct().ToArray()).ToArray();
        var counts = words.SelectMany(w => w).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        parts = new int[names.Count][];
        for (var i = 0; i < parts.Length; i++)
        {
            var shared = words[i].Where(word => counts[word] > 1).ToArray();
            foreach (var word in shared) numbers.TryAdd(word, classes + numbers.Count);
            parts[i] = [.. shared.Select(word => numbers[word])];
        }

        Classes = classes;
        Count = classes + numbers.Count;
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>How many scores there are: of the classes, and after them of the parts.</summary>
    public int Count { get; }

    /// <summary>Adds the parts' scores to those of their intents.</summary>
    public void Spread(Span<float> scores)
    {
        for (var i = 0; i < parts.Length; i++)
            foreach (var part in parts[i]) scores[i] += Share * scores[part];
    }

    /// <summary>Rows of scores with the parts' counted in, laid out anew in rows of so many numbers.</summary>
    public float[] Spread(ReadOnlySpan<float> rows, int width, int newWidth)
    {
        var spread = new float[rows.Length / width * newWidth];
        var row = new float[width];
        for (var r = 0; r < rows.Length / width; r++)
        {
            rows.Slice(r * width, width).CopyTo(row);
            Spread(row);
            row.AsSpan(0, Classes).CopyTo(spread.AsSpan(r * newWidth));
        }

        return spread;
    }

    /// <summary>Writes the parts' gradients behind those of the intents.</summary>
    public void Gather(Span<float> gradients)
    {
        gradients[Classes..].Clear();
        for (var i = 0; i < parts.Length; i++)
            foreach (var part in parts[i]) gradients[part] += Share * gradients[i];
    }

    /// <summary>The words of a name, which marks or capitals part.</summary>
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]) || !char.IsLetterOrDigit(name[i - 1]) || (char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!ends) continue;
            if (char.IsLetterOrDigit(name[start])) yield return name[start..i].ToLowerInvariant();
            start = i;
        }
    }
}
