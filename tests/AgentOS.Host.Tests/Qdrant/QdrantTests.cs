using AgentOS.Host.Composition;
using AgentOS.Identity;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace AgentOS.Host.Tests.Qdrant;

/// <summary>AgentOS with Qdrant configured: what it answers from, whose documents they are, and what happens when Qdrant goes and comes.</summary>
public sealed class QdrantTests(QdrantCopy copy) : IClassFixture<QdrantCopy>, IDisposable
{
    private const string Handbook = "# Leaving\n\nThe notice period is 60 days for everybody.\n\n# Guests\n\nA guest brings no dogs.";
    private const string Policy = "# سياسة الإرجاع\n\nسياسة الإرجاع عندنا أن تُرجع المكائن خلال 14 يوماً.\n\n# الضيوف\n\nلا يُحضر الضيف كلاباً.";
    private const string Question = "how long is the notice period?";
    private const string Notice = "The search index cannot be reached";

    private readonly Principal sara = QdrantCopy.Somebody();

    [Theory]
    [InlineData("handbook.md", Handbook, Question, "The notice period is 60 days for everybody.")]
    [InlineData("الإرجاع.md", Policy, "وش سياسة الإرجاع عندنا؟", "سياسة الإرجاع عندنا أن تُرجع المكائن خلال 14 يوماً.")]
    public async Task Ask_DocumentAdded_IsFoundInQdrantAndCited(string name, string text, string question, string passage)
    {
        await copy.AddAsync(sara, name, text);
        copy.StandIn.Seen.Clear();

        var reply = await copy.AskAsync(sara, question);

        Assert.Contains(passage, reply, StringComparison.Ordinal);
        Assert.Contains("[1]", reply, StringComparison.Ordinal);
        Assert.DoesNotContain(Notice, reply, StringComparison.Ordinal);
        Assert.Contains(copy.StandIn.Seen, static seen => seen.Path.Contains("/points/query", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_DocumentOfAnotherCompany_IsNotFound()
    {
        var stranger = QdrantCopy.Somebody();
        await copy.AddAsync(sara, "handbook.md", Handbook);
        await copy.AddAsync(stranger, "walks.md", "# Walks\n\nThe yard is open for walks at noon.");
        Assert.NotEmpty((await copy.FindAsync(sara, "notice period")).Passages);

        var found = await copy.FindAsync(stranger, "notice period");
        var reply = await copy.AskAsync(stranger, Question);

        Assert.DoesNotContain(found.Passages, static f => f.Document.Source.EndsWith("handbook.md", StringComparison.Ordinal));
        Assert.DoesNotContain("60 days", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Ask_QdrantGoneAndBack_IsAnsweredAllAlongAndToldWhatServed(int status)
    {
        await copy.AddAsync(sara, "handbook.md", Handbook);
        Assert.DoesNotContain(Notice, await copy.AskAsync(sara, Question), StringComparison.Ordinal);

        copy.StandIn.Before = http => Refuse(http, status);
        var without = await copy.AskAsync(sara, Question);
        Assert.Contains("60 days", without, StringComparison.Ordinal);
        Assert.Contains(Notice, without, StringComparison.Ordinal);

        // What is added meanwhile is found at once, and in Qdrant later.
        await copy.AddAsync(sara, "cartons.md", "# Damaged cartons\n\nDamaged cartons are reported within two days.");
        Assert.Contains("within two days", await copy.AskAsync(sara, "what do our documents say about damaged cartons?"), StringComparison.Ordinal);

        copy.StandIn.Before = null;
        copy.Clock.Turn(TimeSpan.FromMinutes(1));
        copy.StandIn.Seen.Clear();
        var again = await copy.AskAsync(sara, "what do our documents say about damaged cartons?");
        Assert.Contains("within two days", again, StringComparison.Ordinal);
        Assert.DoesNotContain(Notice, again, StringComparison.Ordinal);
        Assert.Contains(copy.StandIn.Seen, static seen => seen.Path.Contains("/points/query", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_Started_LooksAfterTheCollection()
    {
        var asked = new TaskCompletionSource();
        copy.StandIn.Before = http =>
        {
            asked.TrySetResult();
            return Task.FromResult(false);
        };

        await using var server = await Server.StartAsync(copy.Settings with { Home = copy.Home("server") }, ["http://127.0.0.1:0"], TestContext.Current.CancellationToken);

        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        copy.StandIn.Before = null;
        copy.Clock.Turn(TimeSpan.FromMinutes(1));
        Assert.Empty(copy.StandIn.Wrongs);
    }

    private static Task<bool> Refuse(HttpContext http, int status)
    {
        if (status == 0) http.Abort();
        else http.Response.StatusCode = status;
        return Task.FromResult(true);
    }
}
