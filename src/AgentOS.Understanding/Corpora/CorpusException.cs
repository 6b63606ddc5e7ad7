namespace AgentOS.Understanding.Corpora;

/// <summary>A file of labelled utterances cannot be used; the message names the file and the line and says what to do.</summary>
public sealed class CorpusException : Exception
{
    /// <summary>Something is wrong with the whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong and what to do, as sentences.</param>
    public CorpusException(string path, string problem)
        : base($"{path}: {problem}") => Path = path;

    /// <summary>Something is wrong with a line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The line, from one.</param>
    /// <param name="problem">What is wrong and what to do, as sentences.</param>
    public CorpusException(string path, int line, string problem)
        : base($"{path}:{line}: {problem}")
    {
        Path = path;
        Line = line;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The line, from one; <see langword="null"/> when it is about the whole file.</summary>
    public int? Line { get; }
}
