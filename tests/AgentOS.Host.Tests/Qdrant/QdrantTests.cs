using AgentOS.Identity;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace AgentOS.Host.Tests.Qdrant;

/// <summary>AgentOS with Qdrant configured: what it answers from, whose documents they are, and what happens when Qdrant goes and comes.</summary>
public sealed class QdrantTests(QdrantCopy copy) : IClassFixture<QdrantCopy>, IDisposable
{
    private const string Hours = "# Tastings\n\nTastings are held on Mondays at 15:30.\n\n# Guests\n\nA guest brings no dogs.";
    private const string HoursInArabic = "# جلسات التذوق\n\nتُعقد جلسات التذوق يوم الاثنين الساعة 15:30.\n\n# الضيوف\n\nلا يُحضر الضيف كلاباً.";
    private const string Notice = "The search index cannot be reached";

    private readonly Principal sara = QdrantCopy.Somebody();

    [Theory]
    [InlineData("hours.md", Hours, "when are tastings held?", "Tastings are held on Mondays at 15:30.")]
    [InlineData("مواعيد.md", HoursInArabic, "متى تعقد جلسات التذوق؟", "تُعقد جلسات التذوق يوم الاثنين الساعة 15:30.")]
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
        await copy.AddAsync(sara, "hours.md", Hours);
        await copy.AddAsync(stranger, "walks.md", "# Walks\n\nThe yard is open for walks at noon.");
        Assert.NotEmpty((await copy.FindAsync(sara, "tastings on Mondays")).Passages);

        var found = await copy.FindAsync(stranger, "tastings on Mondays");
        var reply = await copy.AskAsync(stranger, "when are tastings held?");

        Assert.DoesNotContain(found.Passages, static f => f.Document.Source.EndsWith("hours.md", StringComparison.Ordinal));
        Assert.DoesNotContain("15:30", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Ask_QdrantGoneAndBack_IsAnsweredAllAlongAndToldWhatServed(int status)
    {
        await copy.AddAsync(sara, "hours.md", Hours);
        Assert.DoesNotContain(Notice, await copy.AskAsync(sara, "when are tastings held?"), StringComparison.Ordinal);

        copy.StandIn.Before = http => Refuse(http, status);
        var without = await copy.AskAsync(sara, "when are tastings held?");
        Assert.Contains("Mondays at 15:30", without, StringComparison.Ordinal);
        Assert.Contains(Notice, without, StringComparison.Ordinal);

        // What is added meanwhile is found at once, and in Qdrant later.
        await copy.AddAsync(sara, "parking.md", "# Parking\n\nGuests park behind the roastery.");
        Assert.Contains("behind the roastery", await copy.AskAsync(sara, "where do guests park?"), StringComparison.Ordinal);

        copy.StandIn.Before = null;
        copy.Clock.Turn(TimeSpan.FromMinutes(1));
        copy.StandIn.Seen.Clear();
        var again = await copy.AskAsync(sara, "where do guests park?");
        Assert.Contains("behind the roastery", again, StringComparison.Ordinal);
        Assert.DoesNotContain(Notice, again, StringComparison.Ordinal);
        Assert.Contains(copy.StandIn.Seen, static seen => seen.Path.Contains("/points/query", StringComparison.Ordinal));
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
