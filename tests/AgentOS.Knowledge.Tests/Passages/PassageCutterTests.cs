using AgentOS.Knowledge.Documents;
using AgentOS.Knowledge.Passages;
using FsCheck;
using FsCheck.Fluent;

namespace AgentOS.Knowledge.Tests.Passages;

public sealed class PassageCutterTests
{
    private static readonly PassageOptions Small = new() { Target = 20, Most = 26, LongestOverlap = 8, LongestPiece = 400 };

    [Fact]
    public void Cut_RunningText_SaysTheSentenceBeforeAgain()
    {
        var passages = Cut(Paragraph("The first sentence has exactly seven words here. The second one has six words too. And the third makes it one too many. A fourth closes all of this."));
        Assert.Equal(2, passages.Count);
        Assert.EndsWith("The second one has six words too.", passages[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("The second one has six words too. And the third", passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_List_HasItsLeadInEachPart()
    {
        Block[] blocks = [Paragraph("Send with it:"), .. Enumerable.Range(1, 12).Select(i => new Block(BlockKind.ListItem, $"- the paper number {i} of it", Place.At(PlaceUnit.Line, i)))];
        var passages = Cut(blocks);
        Assert.True(passages.Count > 2);
        Assert.All(passages, p => Assert.StartsWith("Send with it:\n- the paper", p.Text, StringComparison.Ordinal));
        Assert.Equal(12, passages.Sum(p => p.Text.Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Cut_ShortRest_StaysWithTheRest()
    {
        var passages = Cut(Paragraph("The first sentence has exactly seven words here. The second one has six words too. Third of three. Fourth of four, then."));
        Assert.Single(passages);
    }

    [Fact]
    public void Cut_AnyDocument_LosesNothingAndKeepsPiecesWhole()
    {
        var word = Gen.Elements("coffee", "قهوة", "3.5", "SO-1001", "price", "السعر", "e.g.", "and");
        var sentence = word.NonEmptyListOf().Select(w => string.Join(' ', w.Take(30)) + ".");
        var block = Gen.Frequency(
            (5, sentence.NonEmptyListOf().Select(s => (BlockKind.Paragraph, string.Join(' ', s.Take(8))))),
            (2, sentence.Select(s => (BlockKind.ListItem, "- " + s))),
            (2, sentence.Select(s => (BlockKind.TableRow, $"| {s} | 1 |"))),
            (1, sentence.Select(s => (BlockKind.Heading, s))));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(block.ListOf().ToArbitrary(), drawn =>
        {
            var blocks = drawn.Select((b, i) => new Block(b.Item1, b.Item2, Place.At(PlaceUnit.Line, i + 1)) { Level = b.Item1 == BlockKind.Heading ? (i % 3) + 1 : 0, Head = b.Item1 == BlockKind.TableRow ? "| a | b |" : null }).ToArray();
            var passages = Cut(blocks);
            var lines = passages.SelectMany(p => p.Text.Split('\n')).ToList();
            var all = string.Join(' ', passages.SelectMany(p => p.Headings.Append(p.Text)));
            return blocks.All(b => b.Kind switch
            {
                BlockKind.ListItem or BlockKind.TableRow => b.Text.Length > Small.LongestPiece || lines.Contains(b.Text),
                _ => Sentences.Of(b.Text).All(s => b.Text[s].Length > Small.LongestPiece || all.Contains(b.Text[s], StringComparison.Ordinal)),
            }) && passages.All(p => p.Text.Length <= (2 * Small.LongestPiece) + 200 && p.Text.Length > 0);
        }));
    }

    private static IReadOnlyList<IntakePassage> Cut(params Block[] blocks) => PassageCutter.Cut(blocks, Small, TestContext.Current.CancellationToken);

    private static Block Paragraph(string text) => new(BlockKind.Paragraph, text, Place.At(PlaceUnit.Line, 1));
}
