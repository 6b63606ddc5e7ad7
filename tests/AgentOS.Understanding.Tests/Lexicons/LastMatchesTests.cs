using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Lexicons;

public sealed class LastMatchesTests
{
    [Fact]
    public void Match_TokensChangedInPlace_FindsWhatTheyAreNow()
    {
        var tokens = Tokenizer.Tokenize("red apples");
        var (before, after, fresh) = (new List<LexiconMatch>(), new List<LexiconMatch>(), new List<LexiconMatch>());
        Lexicon.Default.Match(tokens, before);
        tokens[1] = tokens[1] with { Norm = "zzyzx" };

        Lexicon.Default.Match(tokens, after);
        Lexicon.Default.Match(Tokenizer.Tokenize("red zzyzx"), fresh);

        Assert.NotEqual(before, after);
        Assert.Equal(fresh, after);
    }
}
