using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Knowledge;
using AgentOS.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Search.Memory;

/// <summary>Forgets what the person said in earlier conversations.</summary>
[Tool("memory.forget", Effect.Irreversible), Route("DELETE /api/v1/memory"), Permission("memory:write")]
[Description("Forgets everything that the person who asks has said in earlier conversations: 'forget what you know about me'. It cannot be taken back. Business records stay.")]
public sealed class ForgetMemory(Database db) : ITool<ForgetMemory.Input, ForgottenView>
{
    /// <summary>Nothing to say.</summary>
    public sealed record Input;

    /// <inheritdoc/>
    public async ValueTask<ForgottenView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        // A plain statement, because what is forgotten must not stand in the event log either; passages go with their documents.
        var forgotten = await db.Set<KnowledgeDocument>()
            .Where(d => d.Collection == KnowledgeCollections.Conversations && d.Owner == context.Principal.UserId)
            .ExecuteDeleteAsync(cancel);
        return new ForgottenView(forgotten);
    }
}

/// <summary>What was forgotten.</summary>
/// <param name="Conversations">In how many conversations it was said.</param>
public sealed record ForgottenView(int Conversations);
