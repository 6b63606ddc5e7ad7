using System.Text.RegularExpressions;
using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Lexicons;

public sealed partial class ShippedWordsTests
{
    private static readonly List<LexiconEntry> Entries = LexiconReader.Shipped();

    [Fact]
    public void Shipped_EntriesOfOneClass_AreAllDifferent()
    {
        var twice = Entries
            .GroupBy(entry => $"{entry.Class}: {string.Join(' ', Tokenizer.Tokenize(entry.Text).Select(token => token.Norm))}", StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .Select(same => $"{same.Key} ({string.Join(", ", same.Select(entry => entry.Source))})");
        Assert.Empty(twice);
    }

    [Fact]
    public void Shipped_Classes_AreLowerCasePaths() => Assert.All(Lexicon.Default.Classes, path => Assert.Matches(Path(), path));

    [Fact]
    public void Shipped_EachEntry_IsMatchedAsItself()
    {
        var into = new List<LexiconMatch>();
        foreach (var entry in Entries)
        {
            into.Clear();
            var tokens = Tokenizer.Tokenize(entry.Text);
            Lexicon.Default.Match(tokens, into);
            Assert.True(into.Contains(new LexiconMatch(0, tokens.Count, Lexicon.Default.IndexOf(entry.Class))), $"{entry.Source}: {entry.Text}");
        }
    }

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)*$")]
    private static partial Regex Path();
}
