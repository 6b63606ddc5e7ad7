using AgentOS.Understanding.Frames;
using AgentOS.Understanding.ModelFiles;
using AgentOS.Understanding.Training;

namespace AgentOS.Understanding.Keeping;

/// <summary>
/// Keeps what was learnt between starts, in a folder that holds nothing else: a file for each content of what is learnt from. What is
/// missing, damaged or cannot be kept costs the time of learning, and is never an error.
/// </summary>
internal sealed class LearntFolder(string path, Action<string>? tell)
{
    /// <summary>The newest files that stay: copies of different builds may share a folder.</summary>
    private const int Most = 3;

    public Learnt Get(IReadOnlyList<ToolFrame> frames, UnderstandingOptions options)
    {
        var key = LearntKey.Of(frames, options);
        var file = Path.Combine(path, key + ".learnt");
        if (Kept(file, frames) is { } kept) return kept;
        using var turn = new LearningTurn(path, key);
        if (turn.HadToWait && Kept(file, frames) is { } meanwhile) return meanwhile;
        var learnt = Learnt.From(frames, options);
        Keep(file, learnt);
        return learnt;
    }

    private Learnt? Kept(string file, IReadOnlyList<ToolFrame> frames)
    {
        if (!File.Exists(file)) return null;
        try
        {
            return ModelFile.Read(file, reader => Learnt.Read(reader, frames));
        }
        catch (ModelFileException wrong)
        {
            tell?.Invoke($"What was learnt from the tools' examples is learnt again. {wrong.Message}");
            return null;
        }
    }

    private void Keep(string file, Learnt learnt)
    {
        try
        {
            Directory.CreateDirectory(path);
            ModelFile.Write(file, learnt.Write);
            foreach (var old in new DirectoryInfo(path).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).Skip(Most)) old.Delete();
        }
        catch (Exception wrong) when (wrong is ModelFileException or IOException or UnauthorizedAccessException)
        {
            tell?.Invoke($"What was learnt from the tools' examples is not kept for the next start. {wrong.Message}");
        }
    }
}
