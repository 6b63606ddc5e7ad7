using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AgentOS.Identity;

namespace AgentOS.Host.Web.OpenAi;

/// <summary>
/// Finds the conversation that a stateless client goes on with, by the history it sends back: after each reply the
/// digest of all messages up to it is remembered. A history that is not known (any more) begins a conversation
/// whose id follows from it, so that all of its continuations meet there.
/// </summary>
internal sealed class Threads
{
    private const int Remembered = 20_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> conversations = new(StringComparer.Ordinal);
    private readonly Queue<string> oldest = new();

    public string Find(Principal principal, ChatRequest request)
    {
        if (request.Conversation is { } named) return named;
        var past = request.Messages.Take(request.Messages.Count - 1).ToList();
        if (!past.Exists(m => m.Role == "assistant")) return $"openai-{Guid.CreateVersion7():n}";
        var digest = Digest(principal, past);
        lock (gate) return conversations.TryGetValue(digest, out var known) ? known : $"openai-{digest}";
    }

    public void Remember(Principal principal, ChatRequest request, string reply, string conversation)
    {
        if (request.Conversation is not null) return;
        var digest = Digest(principal, request.Messages.Append(new ChatRequest.Message("assistant", reply)));
        lock (gate)
        {
            if (conversations.TryAdd(digest, conversation)) oldest.Enqueue(digest);
            else conversations[digest] = conversation;
            while (oldest.Count > Remembered) conversations.Remove(oldest.Dequeue());
        }
    }

    private static string Digest(Principal principal, IEnumerable<ChatRequest.Message> messages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(principal.Tenant.Id.ToByteArray());
        hash.AppendData(principal.UserId.ToByteArray());
        foreach (var message in messages.Where(m => m.Role is "user" or "assistant"))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(message.Role + "\u001f"));
            hash.AppendData(Encoding.UTF8.GetBytes(message.Content.Trim() + "\u001e"));
        }

        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 18));
    }
}
