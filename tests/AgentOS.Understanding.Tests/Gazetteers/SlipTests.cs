using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Gazetteers;

/// <summary>Every way in which one letter of a name can go wrong.</summary>
public sealed class SlipTests
{
    private static readonly string[] Names = ["Contoso", "Globex", "Starbucks", "Yirgacheffe", "Bookstore", "كونتوسو", "فيصلية", "غلوبكس", "يرقاتشيف", "دانوب"];

    [Fact]
    public void Find_OneLetterLeftOut_FindsTheName() => Holds(name => Enumerable.Range(1, name.Length - 2).Select(i => name.Remove(i, 1)));

    [Fact]
    public void Find_OneLetterTwice_FindsTheName() => Holds(name => Enumerable.Range(0, name.Length).Select(i => name.Insert(i, name[i].ToString())));

    [Fact]
    public void Find_TwoLettersSwapped_FindsTheName() => Holds(name => Enumerable.Range(1, name.Length - 3).Select(i => name[..i] + name[i + 1] + name[i] + name[(i + 2)..]));

    [Fact]
    public void Find_OneLetterWrong_FindsTheName() => Holds(name => Enumerable.Range(1, name.Length - 2).Select(i => name[..i] + (Folding.IsArabic(name[i]) ? 'ط' : 'q') + name[(i + 1)..]));

    [Fact]
    public void Find_DigitWrong_FindsAnotherOrNone() => Assert.DoesNotContain(Najd.Find("order v62"), m => m.Entity == "Product");

    [Theory]
    [InlineData("Contoso", "كونتوسو")]
    [InlineData("Nakheel", "نخيل")]
    [InlineData("Mohammed", "محمد")]
    [InlineData("Khalid", "خالد")]
    [InlineData("Globex", "غلوبكس")]
    [InlineData("Espresso", "اسبريسو")]
    [InlineData("Ghamdi", "غامدي")]
    [InlineData("Qassim", "قصيم")]
    [InlineData("Thamer", "ثامر")]
    [InlineData("Riyadh", "رياض")]
    [InlineData("Jeddah", "جده")]
    [InlineData("Shaza", "شذا")]
    public void OfSounds_OneNameInBothScripts_SoundsAlike(string latin, string arabic)
    {
        Span<byte> left = stackalloc byte[Sound.Longest];
        Span<byte> right = stackalloc byte[Sound.Longest];

        var alike = Likeness.OfSounds(left[..Sound.Of(Folding.Fold(latin), left)], right[..Sound.Of(Folding.Fold(arabic), right)]);

        Assert.True(alike >= 0.7, $"{latin} and {arabic}: {alike:0.00}");
    }

    [Theory]
    [InlineData("Contoso", "غلوبكس")]
    [InlineData("Khalid", "محمد")]
    [InlineData("Panda", "زمزم")]
    [InlineData("Danube", "شذا")]
    public void OfSounds_TwoNames_DoNotSoundAlike(string latin, string arabic)
    {
        Span<byte> left = stackalloc byte[Sound.Longest];
        Span<byte> right = stackalloc byte[Sound.Longest];

        Assert.True(Likeness.OfSounds(left[..Sound.Of(Folding.Fold(latin), left)], right[..Sound.Of(Folding.Fold(arabic), right)]) < 0.5);
    }

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("abc", "xyz", 3)]
    public void Slips_TwoWords_CountsTheSlips(string left, string right, int slips) => Assert.Equal(slips, Likeness.Slips(left, right, 3));

    [Fact]
    public void Slips_ShortWords_AreCountedAsInLongOnes()
    {
        const string Long = "-and-so-many-more-letters";
        var dice = new Random(3);
        for (var time = 0; time < 2_000; time++)
        {
            var (left, right) = (Word(), Word());
            Assert.Equal(Likeness.Slips(left + Long, right + Long, 40), Likeness.Slips(left, right, 40));
        }

        string Word() => new([.. Enumerable.Range(0, dice.Next(1, 12)).Select(_ => "abcd"[dice.Next(4)])]);
    }

    private static void Holds(Func<string, IEnumerable<string>> wrong)
    {
        foreach (var name in Names)
        {
            foreach (var said in wrong(name))
            {
                var found = Najd.Find($"order {said}");
                Assert.True(found.Any(m => m.Candidates.Any(c => c.Id == Whose(name))), $"{said} for {name}: {string.Join(", ", Najd.Said($"order {said}"))}");
            }
        }
    }

    /// <summary>The record that a name belongs to.</summary>
    private static Guid Whose(string name) => Najd.Records.First(r => r.Names.Any(n => n.Contains(name, StringComparison.OrdinalIgnoreCase))).Id;
}
