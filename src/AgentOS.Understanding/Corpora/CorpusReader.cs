namespace AgentOS.Understanding.Corpora;

/// <summary>
/// Reads JSON Lines: <c>{"text": …, "intent": …, "slots": [{"name", "start", "end", "value"}]}</c>, where an intent of <see langword="null"/>
/// is out of scope and slots may be left out. A file in which no line has an intent teaches slots alone.
/// </summary>
public static class CorpusReader
{
    /// <summary>The labelled utterances of a file.</summary>
    /// <exception cref="CorpusException">The file cannot be read, or a line is not as it should be.</exception>
    public static Corpus Read(string path)
    {
        var utterances = new List<LabelledUtterance>();
        var lines = new List<int>();
        int? with = null, without = null;
        foreach (var (number, bytes) in CorpusFile.Lines(path))
        {
            var (utterance, namesIntent) = CorpusLine.Parse(bytes, problem => new CorpusException(path, number, problem));
            if (namesIntent) with ??= number;
            else without ??= number;
            if (with is not null && without is not null)
                throw new CorpusException(path, without.Value, $"'intent' is missing, and line {with} has one. Give the intent's name, or null for an utterance that is out of scope.");
            utterances.Add(utterance);
            lines.Add(number);
        }

        return utterances.Count > 0
            ? new Corpus(path, utterances, lines, with is not null)
            : throw new CorpusException(path, "The file has no utterances. Write one JSON object a line: {\"text\": \"…\", \"intent\": \"…\"}");
    }
}
