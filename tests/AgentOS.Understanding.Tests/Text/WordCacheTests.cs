using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Text;

public sealed class WordCacheTests
{
    [Fact]
    public void Find_KeptToken_GivesWhatWasMadeOfIt()
    {
        var cache = new WordCache<string>();
        var token = Tokenizer.Tokenize("espresso")[0];
        cache.Keep(token, "of the word alone");
        cache.Keep(token, "in a context", 7);

        Assert.Equal("of the word alone", cache.Find(Tokenizer.Tokenize("an Espresso")[1]));
        Assert.Equal("in a context", cache.Find(token, 7));
        Assert.Null(cache.Find(token, 8));
        Assert.Null(cache.Find(token with { Kind = TokenKind.Mark }));
    }

    [Fact]
    public void Keep_MoreThanItHolds_NeverMixesWordsUp()
    {
        var cache = new WordCache<string>();
        var tokens = Enumerable.Range(0, 40_000).Select(i => new Token($"w{i}", 0, 1, TokenKind.Word)).ToArray();
        foreach (var token in tokens) cache.Keep(token, token.Norm);

        Assert.All(tokens, token => Assert.True(cache.Find(token) is not { } kept || kept == token.Norm));
        Assert.Contains(tokens, token => cache.Find(token) is null);
    }
}
