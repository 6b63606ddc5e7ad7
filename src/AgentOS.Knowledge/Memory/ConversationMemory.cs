using System.Security.Cryptography;
using System.Text;
using AgentOS.Identity;

namespace AgentOS.Knowledge.Memory;

/// <summary>
/// What people said, kept as passages that each person alone finds: a document for each conversation and person. It only ever adds to what is kept,
/// so that what was forgotten does not come back with the next message.
/// </summary>
internal sealed class ConversationMemory(IKnowledgeStore store, TimeProvider time)
{
    /// <summary>Utterances of one conversation; the oldest go first.</summary>
    private const int Most = 200;

    private const int LongestTitle = 60;
    private const int FewestWords = 2;

    /// <summary>Keeps an utterance. A word alone ("yes", "thanks") says nothing worth finding, and is not kept.</summary>
    public async ValueTask KeepAsync(Principal person, string conversation, string text, CancellationToken cancel)
    {
        text = text.Trim();
        if (text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < FewestWords) return;
        var (tenant, now) = (person.Tenant.Id, time.GetUtcNow());
        var source = $"{conversation}/{person.UserId:N}";
        var id = IdOf(tenant, source);
        var earlier = await store.PassagesAsync(tenant, id, cancel);
        var number = earlier.Count == 0 ? 1 : earlier[^1].Number + 1;
        var said = new Passage { Id = Guid.CreateVersion7(now), Document = id, Number = number, Text = text, Place = $"{person.Tenant.DateOf(now):yyyy-MM-dd}", Language = Language.Of(text) };
        var document = new DocumentInfo
        {
            Id = id,
            Collection = KnowledgeCollections.Conversations,
            Source = source,
            Title = earlier.Count > 0 ? Title(earlier[0].Text) : Title(text),
            Language = said.Language,
            Owner = person.UserId,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            ReadAt = now,
        };
        await store.SaveAsync(tenant, document, [.. earlier.Skip(earlier.Count - (Most - 1)), said], cancel);
    }

    private static string Title(string text) => text.Length <= LongestTitle ? text : string.Concat(text.AsSpan(0, LongestTitle), "…");

    /// <summary>The same conversation and person give the same id, on every node, without looking it up.</summary>
    private static Guid IdOf(Guid tenant, string source) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant:N}/{source}")).AsSpan(0, 16));
}
