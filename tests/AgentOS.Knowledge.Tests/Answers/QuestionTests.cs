using AgentOS.Knowledge.Answers;

namespace AgentOS.Knowledge.Tests.Answers;

/// <summary>What people ask of the demo company's documents, with nothing configured.</summary>
public sealed class QuestionTests(ITestOutputHelper output)
{
    private static readonly Guid Tenant = Guid.CreateVersion7();

    [Fact]
    public async Task AskAsync_ThirtyAnswerableQuestions_AreAnsweredWithTheRightPassage() =>
        Assert.Empty(await FaultsAsync(AskedQuestions.Read("questions.yaml").Answerable, 30));

    [Fact]
    public async Task AskAsync_TenUnanswerableQuestions_AreDeclined() =>
        Assert.Empty(await FaultsAsync(AskedQuestions.Read("questions.yaml").Unanswerable, 10));

    [Fact]
    public async Task AskAsync_QuestionsNobodyTunedFor_MostlyHold()
    {
        var unseen = AskedQuestions.Read("questions.unseen.yaml");

        var faults = await FaultsAsync([.. unseen.Answerable, .. unseen.Unanswerable], 10);

        output.WriteLine($"{10 - faults.Count} of 10 hold");
        Assert.True(faults.Count <= 4, string.Join('\n', faults));
    }

    [Fact]
    public async Task AskAsync_QuestionsAboutATopic_ShowWhatIsWrittenUnderIt() =>
        Assert.Empty(await FaultsAsync(AskedQuestions.Read("questions.topics.yaml").Answerable, 24, (question, answer) => question.TopicFault(answer)));

    [Fact]
    public async Task AskAsync_TopicsNobodyTunedFor_MostlyHold()
    {
        var unseen = AskedQuestions.Read("questions.topics.unseen.yaml");

        var faults = await FaultsAsync(unseen.Answerable, 12, (question, answer) => question.TopicFault(answer));
        faults.AddRange(await FaultsAsync(unseen.Unanswerable, 4));

        output.WriteLine($"{16 - faults.Count} of 16 hold");
        Assert.True(faults.Count <= 5, string.Join('\n', faults));
    }

    private async Task<List<string>> FaultsAsync(List<AskedQuestion> questions, int expected, Func<AskedQuestion, KnowledgeAnswer, string?>? judge = null)
    {
        judge ??= (question, answer) => question.Fault(answer);
        Assert.Equal(expected, questions.Count);
        var faults = new List<string>();
        await using var library = await Library.DemoAsync();
        var answers = new KnowledgeAnswers(library);
        foreach (var question in questions)
        {
            var answer = await answers.AskAsync(new KnowledgeQuery(Tenant, question.Ask), TestContext.Current.CancellationToken);
            if (judge(question, answer) is { } fault) faults.Add($"{question.Ask} → {fault}");
        }

        foreach (var fault in faults) output.WriteLine(fault);
        return faults;
    }
}
