namespace AgentOS.Understanding.ModelFiles;

/// <summary>A file is no model that can be used; the message names the file and says what to do.</summary>
/// <param name="path">The file.</param>
/// <param name="problem">What is wrong and what to do, as sentences.</param>
/// <param name="cause">What it was found by, if anything.</param>
public sealed class ModelFileException(string path, string problem, Exception? cause = null) : Exception($"{path}: {problem}", cause)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
