using AgentOS.Knowledge.Index;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Search;

/// <summary>
/// Searches an index that follows the store. When the index cannot be reached a nearer one serves, when the provider of embeddings cannot, words alone do; either
/// way the answer says so.
/// </summary>
internal sealed partial class KnowledgeSearch(IndexFollower first, IndexFollower? nearer, PassageVectors vectors, KnowledgeOptions options, TimeProvider time, ILogger<KnowledgeSearch> log) : IKnowledgeSearch
{
    private const int LongestQuestion = 4000;
    private const int Most = 100;

    /// <summary>How long an index that could not be reached is left alone, so that not every search waits for it.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private long restsUntil;

    public async ValueTask<FoundPassages> SearchAsync(KnowledgeQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        query = Tidy(query);
        var (vector, notice) = await VectorAsync(query, cancel);
        if (nearer is null || time.GetUtcNow().Ticks >= Interlocked.Read(ref restsUntil))
        {
            try
            {
                return await SearchAsync(first, query, vector, notice, cancel);
            }
            catch (Exception gone) when (nearer is not null && IsUnreachable(gone, cancel))
            {
                first.Forget(query.Tenant);
                Interlocked.Exchange(ref restsUntil, (time.GetUtcNow() + Rest).Ticks);
                LogUnreachable(gone);
            }
        }

        return await SearchAsync(nearer!, query, vector, Join("The search index cannot be reached, so the one kept here was searched.", notice), cancel);
    }

    private async ValueTask<FoundPassages> SearchAsync(IndexFollower follower, KnowledgeQuery query, ReadOnlyMemory<float> vector, string? notice, CancellationToken cancel)
    {
        var missing = await follower.CatchUpAsync(query.Tenant, options.Patience, cancel);
        return new FoundPassages(await follower.Index.SearchAsync(query, vector, cancel), Join(missing, notice));
    }

    private async ValueTask<(ReadOnlyMemory<float> Vector, string? Notice)> VectorAsync(KnowledgeQuery query, CancellationToken cancel)
    {
        try
        {
            return (await vectors.OfAsync(query.Text, cancel), null);
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            LogWithoutVector(failed);
            return (default, "The provider of embeddings does not answer, so the search went by words alone.");
        }
    }

    private static KnowledgeQuery Tidy(KnowledgeQuery query) => query with
    {
        Text = query.Text.Length <= LongestQuestion ? query.Text : query.Text[..LongestQuestion],
        Labels = Ingestion.ContentHash.Labels(query.Labels),
        Count = Math.Clamp(query.Count, 1, Most),
    };

    private static bool IsUnreachable(Exception failure, CancellationToken cancel) => failure switch
    {
        IndexUnavailableException or HttpRequestException or TimeoutException => true,
        OperationCanceledException => !cancel.IsCancellationRequested,
        _ => false,
    };

    private static string? Join(string? one, string? other) => one is null ? other : other is null || other == one ? one : $"{one} {other}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index cannot be reached; the one kept here serves.")]
    private partial void LogUnreachable(Exception gone);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The question could not be embedded; words alone serve.")]
    private partial void LogWithoutVector(Exception failed);
}
