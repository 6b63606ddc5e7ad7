using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Search;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge;

/// <summary>At the start of a server: makes Qdrant's collection anew, without a gap, where this version reads or embeds texts in another way. Searches go on meanwhile.</summary>
internal sealed partial class QdrantUpkeep(KnowledgeIndexes indexes, PassageVectors vectors, TimeProvider time, ILogger<QdrantUpkeep> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Tries until it is done.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                if (await indexes.RemakeAsync(vectors, cancel)) LogRemade();
                return;
            }
            catch (IndexUnavailableException gone)
            {
                LogLater(gone.Message);
                await Task.Delay(Pause, time, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The collection in Qdrant was made anew.")]
    private partial void LogRemade();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The collection in Qdrant could not be looked after; it is tried again in a minute. {Reason}")]
    private partial void LogLater(string reason);
}
