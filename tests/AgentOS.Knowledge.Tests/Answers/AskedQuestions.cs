using YamlDotNet.Serialization;

namespace AgentOS.Knowledge.Tests.Answers;

/// <summary>The questions of a file, each with what its answer must hold.</summary>
public sealed class AskedQuestions
{
    [YamlMember(Alias = "answerable")]
    public List<AskedQuestion> Answerable { get; set; } = [];

    [YamlMember(Alias = "unanswerable")]
    public List<AskedQuestion> Unanswerable { get; set; } = [];

    public static AskedQuestions Read(string name) =>
        new DeserializerBuilder().Build().Deserialize<AskedQuestions>(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Library.Folder)!, "tests", "AgentOS.Knowledge.Tests", "Answers", name)));
}

/// <summary>A question; nothing but the words where the documents do not know.</summary>
public sealed class AskedQuestion
{
    [YamlMember(Alias = "ask")]
    public string Ask { get; set; } = "";

    [YamlMember(Alias = "document")]
    public List<string> Document { get; set; } = [];

    [YamlMember(Alias = "passage")]
    public List<string> Passage { get; set; } = [];

    [YamlMember(Alias = "answer")]
    public List<string> Answer { get; set; } = [];

    /// <summary>What is wrong with an answer to a question about a topic, of which all that is wanted must be shown.</summary>
    public string? TopicFault(KnowledgeAnswer answer)
    {
        var shown = string.Join('\n', answer.Quotations.Take(answer.IsOverview ? answer.Quotations.Count : 1).Select(q => q.Text));
        var said = $"{(answer.Known ? "" : "declined, ")}{answer.Confidence:0.00} {answer.Quotations.FirstOrDefault()?.Document.Source}: {shown}";
        return answer.Known && Document.Contains(answer.Quotations[0].Document.Source) && Answer.TrueForAll(a => shown.Contains(a, StringComparison.Ordinal)) ? null : said;
    }

    /// <summary>What is wrong with an answer; <see langword="null"/> when nothing is.</summary>
    public string? Fault(KnowledgeAnswer answer)
    {
        if (Answer.Count == 0) return answer.Known ? $"taken to be known ({answer.Confidence:0.00}): {answer.Quotations[0].Text}" : null;
        if (answer.Quotations is not [var first, ..]) return "nothing found";
        var said = $"{(answer.Known ? "" : "declined, ")}{answer.Confidence:0.00} {first.Document.Source}: {first.Text}";
        if (!answer.Known) return said;
        if (!Document.Contains(first.Document.Source)) return "wrong document, " + said;
        if (!Passage.Exists(p => first.Passage.Text.Contains(p, StringComparison.Ordinal) || first.Passage.Headings.Any(h => h.Contains(p, StringComparison.Ordinal)))) return "wrong passage, " + said;
        return Answer.Exists(a => first.Text.Contains(a, StringComparison.Ordinal)) ? null : "wrong words, " + said;
    }
}
