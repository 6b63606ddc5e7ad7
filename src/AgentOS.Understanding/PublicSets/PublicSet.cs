using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.PublicSets;

/// <summary>A set that others made to compare engines with. Its parts are read when they are asked for, and only then.</summary>
public sealed class PublicSet
{
    private const int HeldOut = 8;
    private readonly Func<SetPart, IReadOnlyList<LabelledUtterance>> read;

    internal PublicSet(string name, string place, bool hasValidation, bool hasTest, Func<SetPart, IReadOnlyList<LabelledUtterance>> read)
    {
        this.read = read;
        (Name, Place, HasValidation, HasTest) = (name, place, hasValidation, hasTest);
    }

    /// <summary>How the set is known where its contents tell, such as CLINC150; otherwise where it was found.</summary>
    public string Name { get; }

    /// <summary>The file or folder it was found in.</summary>
    public string Place { get; }

    /// <summary>Whether it comes with a validation part.</summary>
    public bool HasValidation { get; }

    /// <summary>Whether it comes with a test part.</summary>
    public bool HasTest { get; }

    /// <summary>What others have reached, and what is wanted here; <see langword="null"/> when nothing is known of the set.</summary>
    public PublishedFigures? Published => PublishedFigures.Of(Name);

    /// <summary>Everything that comes for training, also what <see cref="Read"/> holds out of it for validation.</summary>
    public IReadOnlyList<LabelledUtterance> ReadWholeTraining() => read(SetPart.Training);

    /// <summary>A part. A set without a validation part has every eighth example of each intent held out of its training part.</summary>
    public IReadOnlyList<LabelledUtterance> Read(SetPart part)
    {
        if (part == SetPart.Test || HasValidation) return read(part);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<LabelledUtterance>();
        foreach (var utterance in read(SetPart.Training))
        {
            var count = seen[utterance.Intent ?? ""] = seen.GetValueOrDefault(utterance.Intent ?? "") + 1;
            if ((count % HeldOut == 0) == (part == SetPart.Validation)) kept.Add(utterance);
        }

        return kept;
    }
}
