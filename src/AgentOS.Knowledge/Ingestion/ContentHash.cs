using System.Security.Cryptography;
using System.Text;

namespace AgentOS.Knowledge.Ingestion;

/// <summary>Tells whether a document would be read as it was before: its bytes, what it was told besides them, and how documents are read.</summary>
internal static class ContentHash
{
    /// <summary>Rises when the same bytes are cut otherwise than before, so that everything is read again.</summary>
    private const int ReadingVersion = 2;

    public static async ValueTask<string> OfAsync(Stream content, IntakeRequest request, CancellationToken cancel)
    {
        var bytes = await SHA256.HashDataAsync(content, cancel);
        var how = $"{ReadingVersion}\n{request.Language}\n{request.ValidFrom:O}\n{request.ValidUntil:O}\n{string.Join('\n', Labels(request.Labels))}";
        return Convert.ToHexStringLower(SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(how)]));
    }

    /// <summary>Labels as they are kept: lower case, sorted, each once.</summary>
    public static IReadOnlyList<string> Labels(IEnumerable<string> labels) =>
        [.. labels.Select(l => l.Trim().ToLowerInvariant()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
