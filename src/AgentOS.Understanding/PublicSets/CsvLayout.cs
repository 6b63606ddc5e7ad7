using AgentOS.Understanding.Corpora;
using CsvHelper;

namespace AgentOS.Understanding.PublicSets;

/// <summary>BANKING77's: train.csv and test.csv (and perhaps a validation part) with a column of text and one of the intent.</summary>
internal sealed class CsvLayout : ISetLayout
{
    private static readonly CsvReaderOptions Form = new() { Separator = ',' };
    private static readonly string[] Texts = ["text", "utterance", "query", "sentence"];
    private static readonly string[] Intents = ["category", "intent", "label"];

    public IEnumerable<PublicSet> Find(string folder, string title)
    {
        if (PartFiles.Find(folder, SetPart.Training, ".csv") is not { } training || !Fits(training)) yield break;
        var validation = PartFiles.Find(folder, SetPart.Validation, ".csv");
        var test = PartFiles.Find(folder, SetPart.Test, ".csv");
        var intents = Read(training).Select(u => u.Intent).Distinct().Count();
        yield return new PublicSet(intents == 77 ? "BANKING77" : title, folder, validation is not null, test is not null, part => Read(PartFiles.Find(folder, part, ".csv")!));
    }

    private static bool Fits(string file)
    {
        using var rows = CsvReader.Create(File.OpenRead(file), Form);
        rows.ReadHeader();
        return Column(rows.Headers, Texts) >= 0 && Column(rows.Headers, Intents) >= 0;
    }

    private static List<LabelledUtterance> Read(string file)
    {
        using var rows = CsvReader.Create(File.OpenRead(file), Form);
        rows.ReadHeader();
        var (text, intent) = (Column(rows.Headers, Texts), Column(rows.Headers, Intents));
        var utterances = new List<LabelledUtterance>();
        for (var number = 2; rows.Read(); number++)
        {
            if (rows.FieldCount <= Math.Max(text, intent)) throw new CorpusException(file, $"Row {number} has {rows.FieldCount} of its columns.");
            utterances.Add(new LabelledUtterance(rows[text].ToString().Trim(), rows[intent].ToString().Trim(), []));
        }

        return utterances;
    }

    private static int Column(IReadOnlyList<string> head, string[] names)
    {
        for (var i = 0; i < head.Count; i++)
            if (names.Contains(head[i].Trim().ToLowerInvariant())) return i;
        return -1;
    }
}
