using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>
/// Vectors in files of a folder, a folder for each model. Each process adds to a pair of files of its own, or goes on with a pair that no other holds; what was torn off by a
/// crash, and what does not agree with its checksum, is as if it had never been kept.
/// </summary>
internal sealed partial class EmbeddingFiles : IEmbeddingCache, IDisposable
{
    private readonly ConcurrentDictionary<EmbeddingKey, (EmbeddingFile File, long Place)> places = new();
    private readonly List<EmbeddingFile> files = [];
    private readonly Lock writing = new();
    private readonly string folder;
    private readonly int dimensions;
    private readonly ILogger logger;
    private EmbeddingFile? own;

    /// <summary>Opens what is there.</summary>
    /// <param name="folder">The folder of all models.</param>
    /// <param name="space">The model whose vectors are kept.</param>
    /// <param name="logger">Told when nothing can be written.</param>
    public EmbeddingFiles(string folder, EmbeddingSpace space, ILogger logger)
    {
        (dimensions, this.logger) = (space.Dimensions, logger);
        this.folder = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{space.Model}\n{space.Dimensions}")).AsSpan(0, 8)));
        if (!Directory.Exists(this.folder)) return;
        foreach (var keys in Directory.EnumerateFiles(this.folder, "*" + EmbeddingFile.KeysEnding).Order(StringComparer.Ordinal))
            if (EmbeddingFile.Open(keys, dimensions) is { } file) Take(file);
        own = files.Find(static file => file.Writable);
    }

    /// <summary>How many vectors are kept.</summary>
    public int Count => places.Count;

    public float[]? Find(EmbeddingKey key)
    {
        if (!places.TryGetValue(key, out var at)) return null;
        if (at.File.Read(at.Place) is { } vector) return vector;
        places.TryRemove(key, out _);
        return null;
    }

    public void Add(IReadOnlyList<KeyValuePair<EmbeddingKey, ReadOnlyMemory<float>>> vectors)
    {
        try
        {
            lock (writing)
            {
                if (own is null) files.Add(own = EmbeddingFile.Create(folder, dimensions));
                foreach (var (key, vector) in vectors)
                    if (!places.ContainsKey(key)) places.TryAdd(key, (own, own.Append(key, vector.Span)));
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // A full disk costs asking again, and nothing else.
            LogNotKept(logger, failed);
        }
    }

    public void Dispose()
    {
        foreach (var file in files) file.Dispose();
    }

    private void Take(EmbeddingFile file)
    {
        files.Add(file);
        for (var place = 0; place < file.Keys.Count; place++) places.TryAdd(file.Keys[place], (file, place));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Embeddings could not be kept; they will be asked for again.")]
    private static partial void LogNotKept(ILogger logger, Exception failed);
}
