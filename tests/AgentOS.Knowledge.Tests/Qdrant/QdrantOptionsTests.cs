using AgentOS.Knowledge.Index.Qdrant;

namespace AgentOS.Knowledge.Tests.Qdrant;

public sealed class QdrantOptionsTests
{
    [Theory]
    [InlineData("http://qdrant:6333", "key", null, "plain http")]
    [InlineData("ftp://qdrant", null, null, "not an address")]
    [InlineData("qdrant:6333", null, null, "not an address")]
    [InlineData("https://me:secret@qdrant", null, null, "not an address")]
    [InlineData("https://qdrant", null, "with space", "no name for a collection")]
    [InlineData("https://qdrant", null, "../other", "no name for a collection")]
    public void FromEnvironment_WrongSetting_SaysWhichAndNeverTheSecret(string url, string? key, string? collection, string said)
    {
        var failed = Assert.Throws<QdrantException>(() => Read(url, key, collection));
        Assert.Equal(QdrantFailure.Settings, failed.Failure);
        Assert.Contains(said, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:6333", "key", null)]
    [InlineData("http://localhost:6333/", "key", null)]
    [InlineData("https://qdrant.example:6333", "key", null)]
    [InlineData("http://qdrant:6333", null, null)]
    [InlineData("http://qdrant:6333", "key", "true")]
    public void FromEnvironment_RightSetting_IsTaken(string url, string? key, string? allow)
    {
        var options = Read(url, key, null, allow);
        Assert.Equal((new Uri(url.TrimEnd('/')), key), (options.Url, options.ApiKey));
        Assert.DoesNotContain("key", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FromEnvironment_NothingSet_HasNoAddress() => Assert.Null(QdrantOptions.FromEnvironment(static _ => null).Url);

    private static QdrantOptions Read(string url, string? key, string? collection, string? allow = null) => QdrantOptions.FromEnvironment(name => name switch
    {
        "AGENTOS_QDRANT_URL" => url,
        "AGENTOS_QDRANT_API_KEY" => key,
        "AGENTOS_QDRANT_COLLECTION" => collection,
        "AGENTOS_QDRANT_ALLOW_HTTP" => allow,
        _ => null,
    });
}
