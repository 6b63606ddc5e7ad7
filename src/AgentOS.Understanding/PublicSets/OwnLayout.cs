using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.PublicSets;

/// <summary>Our own: train.jsonl, perhaps dev.jsonl, and test.jsonl, as <see cref="CorpusReader"/> reads them.</summary>
internal sealed class OwnLayout : ISetLayout
{
    public IEnumerable<PublicSet> Find(string folder, string title)
    {
        if (PartFiles.Find(folder, SetPart.Training, ".jsonl") is not { } training || !Fits(training)) yield break;
        var validation = PartFiles.Find(folder, SetPart.Validation, ".jsonl");
        var test = PartFiles.Find(folder, SetPart.Test, ".jsonl");
        yield return new PublicSet(title, folder, validation is not null, test is not null, part => CorpusReader.Read(PartFiles.Find(folder, part, ".jsonl")!).Utterances);
    }

    private static bool Fits(string file)
    {
        try
        {
            foreach (var (_, bytes) in CorpusFile.Lines(file).Take(1)) CorpusLine.Parse(bytes, problem => new CorpusException(file, 1, problem));
            return true;
        }
        catch (CorpusException)
        {
            return false;
        }
    }
}
