using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Conversations that people wrote, played from end to end. How they are written: <c>README.md</c> beside them.</summary>
public sealed class ScriptedConversationTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, string> Rows => [.. ConversationFiles.All.Select(c => (c.Folder, c.Kind, c.Name))];

    private static readonly ConcurrentDictionary<string, Task<string?>> Played = [];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task SayAsync_ScriptedConversation_GoesAsWritten(string folder, string kind, string name)
    {
        var conversation = ConversationFiles.All.Single(c => c.Folder == folder && c.Kind == kind && c.Name == name);

        var failure = await FailureOf(conversation);

        if (conversation.Fails is null) Assert.True(failure is null, failure);
        else Assert.True(failure is not null, $"{conversation.Title} is marked as failing ({conversation.Fails}) but passes: take the mark away.");
    }

    [Fact]
    public async Task SayAsync_AllKinds_AreCountedAndFailingOnesNamed()
    {
        var table = new StringBuilder();
        var failing = new List<string>();
        foreach (var kind in ConversationFiles.All.GroupBy(c => (c.Folder, c.Kind)))
        {
            var failed = new List<ScriptedConversation>();
            foreach (var conversation in kind)
                if (await FailureOf(conversation) is not null) failed.Add(conversation);
            table.AppendLine(CultureInfo.InvariantCulture, $"{kind.Key.Folder,-8} {kind.Key.Kind,-16} {kind.Count() - failed.Count,3} of {kind.Count(),3}");
            if (failed.Count > 0) failing.Add($"{kind.Key.Folder}/{kind.Key.Kind}: {string.Join("; ", failed.Select(f => f.Fails is null ? f.Name : $"{f.Name} ({f.Fails})"))}");
        }

        output.WriteLine(table.ToString());
        output.WriteLine(failing.Count == 0 ? "No kind fails." : "Failing kinds:\n" + string.Join('\n', failing));
        Assert.True(ConversationFiles.All.DistinctBy(c => c.Title).Count() == ConversationFiles.All.Count, "two conversations have one name");
    }

    private static Task<string?> FailureOf(ScriptedConversation conversation) => Played.GetOrAdd(conversation.Title, _ => ConversationRun.FailureOf(conversation));
}
