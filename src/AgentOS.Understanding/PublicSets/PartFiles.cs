namespace AgentOS.Understanding.PublicSets;

/// <summary>The names that a part's file or folder goes by.</summary>
internal static class PartFiles
{
    private static readonly string[] Training = ["train", "training"];
    private static readonly string[] Validation = ["dev", "valid", "validation", "val"];
    private static readonly string[] Test = ["test", "testing"];

    /// <summary>The part's file in the folder, with this extension; or its folder, with none.</summary>
    public static string? Find(string folder, SetPart part, string extension)
    {
        var names = part switch { SetPart.Training => Training, SetPart.Validation => Validation, _ => Test };
        return names.Select(n => Path.Combine(folder, n + extension)).FirstOrDefault(Path.Exists);
    }
}
