using System.ComponentModel;
using AgentOS.Knowledge;

namespace AgentOS.Tools.Search.Memory;

/// <summary>Finds what the person said in earlier conversations.</summary>
[Tool("memory.recall", Effect.Read), Route("GET /api/v1/memory"), Permission("memory:read"), QuotesOthers]
[Description("Finds what the person who asks has said in earlier conversations: 'as I said yesterday', 'what did I tell you about …'. Nobody else's words are found.")]
public sealed class RecallMemory(IKnowledgeSearch search) : ITool<RecallMemory.Input, MemoryView>
{
    private const int Shown = 5;
    private const int Longest = 1000;

    /// <summary>What to look for.</summary>
    public sealed record Input([Description("What it was about, in the person's words")] string About);

    /// <inheritdoc/>
    public async ValueTask<MemoryView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var about = input.About.Trim();
        if (about.Length is 0 or > Longest)
            throw new ToolException("memory_about", $"Say what it was about, in at most {Longest} characters.", new Dictionary<string, object?> { ["most"] = Longest });
        var found = await search.SearchAsync(
            new KnowledgeQuery(context.Principal.Tenant.Id, about) { Collection = KnowledgeCollections.Conversations, User = context.Principal.UserId, Count = Shown }, cancel);
        return new MemoryView(about, [.. found.Passages.Select(p => new RememberedView(context.Principal.Tenant.DateOf(p.Document.ReadAt), p.Passage.Text))], found.Notice);
    }
}

/// <summary>What the person said earlier.</summary>
/// <param name="About">What was looked for.</param>
/// <param name="Remembered">Best first.</param>
/// <param name="Notice">What is to be known about the search itself; in English.</param>
public sealed record MemoryView(string About, IReadOnlyList<RememberedView> Remembered, string? Notice);

/// <summary>Something that was said.</summary>
/// <param name="On">The day on which the conversation was last gone on with.</param>
/// <param name="Text">The person's words.</param>
public sealed record RememberedView(DateOnly On, string Text);
