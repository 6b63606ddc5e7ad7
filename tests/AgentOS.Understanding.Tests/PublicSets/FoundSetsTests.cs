using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.PublicSets;

namespace AgentOS.Understanding.Tests.PublicSets;

/// <summary>The layouts of public sets, with sentences of our own.</summary>
public sealed class FoundSetsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void In_ListsOfPairs_ReadsThemAndWhatIsOutOfScope()
    {
        folder.Write("pairs/data.json", """
            {"oos_val": [["who am i", "oos"]], "val": [["hey", "hello"]], "train": [["hi there", "hello"], ["see you", "bye"]], "oos_test": [], "test": [["hello", "hello"]], "oos_train": [["what is love", "oos"]]}
            """);

        var set = Assert.Single(FoundSets.In(folder.Path).Sets);

        Assert.Equal("pairs/data", set.Name);
        Assert.Equal([("hi there", "hello"), ("see you", "bye"), ("what is love", null)], Pairs(set.Read(SetPart.Training)));
        Assert.Equal([("hey", "hello"), ("who am i", null)], Pairs(set.Read(SetPart.Validation)));
        Assert.Equal([("hello", "hello")], Pairs(set.Read(SetPart.Test)));
    }

    [Fact]
    public void In_CommaSeparatedFiles_HoldsEveryEighthOfEachIntentOut()
    {
        var rows = Enumerable.Range(1, 16).Select(i => $"\"row {i}, \"\"quoted\"\"\nand broken\",greet").Concat(["only one,part"]);
        folder.Write("bank/train.csv", "text,category\r\n" + string.Join("\r\n", rows));
        folder.Write("bank/test.csv", "\uFEFFtext,category\nhello,greet\n\nsay \"hi\",greet\n");

        var set = Assert.Single(FoundSets.In(folder.Path).Sets);

        Assert.False(set.HasValidation);
        Assert.Equal(["row 8, \"quoted\"\nand broken", "row 16, \"quoted\"\nand broken"], set.Read(SetPart.Validation).Select(u => u.Text));
        Assert.Equal(15, set.Read(SetPart.Training).Count);
        Assert.Equal(17, set.ReadWholeTraining().Count);
        Assert.Equal([("hello", "greet"), ("say \"hi\"", "greet")], Pairs(set.Read(SetPart.Test)));
    }

    [Fact]
    public void In_TaggedWords_PutsWordsAndSlotsTogether()
    {
        const string Part = "fly O\nto O\nNew B-city\nYork I-city\nnow I-when\nbook_flight\n\nhelp O\nhelp_me\n";
        folder.Write("atis/train.txt", Part);
        folder.Write("atis/valid.txt", Part);
        folder.Write("atis/test.txt", Part);

        var set = Assert.Single(FoundSets.In(folder.Path).Sets);

        var utterances = set.Read(SetPart.Validation);
        Assert.Equal([("fly to New York now", "book_flight"), ("help", "help_me")], Pairs(utterances));
        Assert.Equal([new LabelledSlot("city", 7, 15), new LabelledSlot("when", 16, 19)], utterances[0].Slots);
    }

    [Fact]
    public void In_TaggedFolders_ReadsTheThreeFilesTogether()
    {
        foreach (var part in (string[])["train", "valid", "test"])
        {
            folder.Write($"slotted/{part}/seq.in", "fly to Rome\nhelp\n");
            folder.Write($"slotted/{part}/seq.out", "O O B-city\nO\n");
            folder.Write($"slotted/{part}/label", "book\nhelp\n");
        }

        var set = Assert.Single(FoundSets.In(folder.Path).Sets);

        Assert.Equal(new LabelledSlot("city", 7, 11), Assert.Single(set.Read(SetPart.Test)[0].Slots));
    }

    [Fact]
    public void In_AnnotatedLines_TakesTheAnnotationsOut()
    {
        folder.Write("en.jsonl", """
            {"id": "0", "locale": "en-US", "partition": "dev", "intent": "alarm_set", "utt": "wake me at five today", "annot_utt": "wake me at [time : five] [date : today]"}
            {"id": "1", "locale": "en-US", "partition": "train", "intent": "alarm_stop", "utt": "stop", "annot_utt": "stop"}
            """);

        var set = Assert.Single(FoundSets.In(folder.Path).Sets);

        Assert.Equal("MASSIVE en-US", set.Name);
        var utterance = Assert.Single(set.Read(SetPart.Validation));
        Assert.Equal("wake me at five today", utterance.Text);
        Assert.Equal([new LabelledSlot("time", 11, 15), new LabelledSlot("date", 16, 21)], utterance.Slots);
        Assert.Equal([("stop", "alarm_stop")], Pairs(set.Read(SetPart.Training)));
    }

    [Fact]
    public void In_OwnFiles_ReadsThem()
    {
        folder.Write("mine/train.jsonl", """{"text": "hi", "intent": "hello"}""");
        folder.Write("mine/test.jsonl", """{"text": "hi there", "intent": null}""");

        var set = Assert.Single(FoundSets.In(folder.Path).Sets);

        Assert.Equal(("mine", false, true), (set.Name, set.HasValidation, set.HasTest));
        Assert.Equal([("hi there", null)], Pairs(set.Read(SetPart.Test)));
    }

    [Fact]
    public void In_FoldersOfOtherThings_SaysWhichAndWhatIsMissing()
    {
        folder.Write("prices/list.csv", "name,price\nx,1\n");
        folder.Write("prices/list.json", """{"train": 3}""");
        folder.Write("texts/train.txt", "nothing but words here\n");
        folder.Write("mine/train.jsonl", """{"text": "hi", "intent": "hello"}""");

        var found = FoundSets.In(folder.Path);

        Assert.Equal("mine", Assert.Single(found.Sets).Name);
        Assert.Equal(["prices", "texts"], found.Others);
        Assert.Contains("CLINC150", found.Missing);
    }

    [Fact]
    public void In_BrokenSets_SaysWhichAndFindsTheOthers()
    {
        folder.Write("pairs/data.json", """{"train": [["hi there"]]}""");
        folder.Write("mine/train.jsonl", """{"text": "hi", "intent": "hello"}""");

        var found = FoundSets.In(folder.Path);

        Assert.Equal("mine", Assert.Single(found.Sets).Name);
        Assert.Contains("data.json: In 'train'", Assert.Single(found.Broken), StringComparison.Ordinal);
        Assert.Empty(found.Others);
    }

    [Fact]
    public void In_TheSetsOwnFolder_FindsIt()
    {
        folder.Write("mine/train.jsonl", """{"text": "hi", "intent": "hello"}""");

        Assert.Equal("mine", Assert.Single(FoundSets.In(Path.Combine(folder.Path, "mine")).Sets).Name);
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<(string, string?)> Pairs(IEnumerable<LabelledUtterance> utterances) => utterances.Select(u => (u.Text, u.Intent));
}
