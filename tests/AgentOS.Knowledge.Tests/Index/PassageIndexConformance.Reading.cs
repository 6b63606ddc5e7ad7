namespace AgentOS.Knowledge.Tests.Index;

/// <content>Finding: by words, by vectors, within filters, and what is told of what was found.</content>
public abstract partial class PassageIndexConformance
{
    [Theory]
    [InlineData("unopened bags returned within how many days", "returns-en#1")]
    [InlineData("when is the money refunded to my card", "returns-en#3")]
    [InlineData("can gift cards be returned", "returns-en#4")]
    [InlineData("do you ship to Kuwait and Bahrain", "shipping-en#3")]
    [InlineData("parcels to Jeddah", "shipping-en#2")]
    [InlineData("is delivery free above 200 SAR", "shipping-en#4")]
    [InlineData("brush the burrs every week", "manual-grinder#1")]
    [InlineData("the motor has overheated", "manual-grinder#3")]
    [InlineData("how long is the motor guaranteed", "manual-grinder#4")]
    [InlineData("annual leave of an employee", "staff#1")]
    [InlineData("green apron", "staff#3")]
    [InlineData("working day during Ramadan", "staff#4")]
    [InlineData("إرجاع أكياس القهوة غير المفتوحة", "returns-ar#1")]
    [InlineData("بعد فحص البضاعة في المستودع", "returns-ar#3")]
    [InlineData("بطاقات الهدايا", "returns-ar#4")]
    [InlineData("الرسوم الجمركية", "shipping-ar#3")]
    [InlineData("متى تصل الطلبات إلى عناوين الرياض", "shipping-ar#1")]
    [InlineData("نظّف السكاكين كل أُسبوع", "manual-ar#1")]
    [InlineData("المحرك مضمون كم سنوات", "manual-ar#3")]
    public async Task SearchAsync_QuestionInOneLanguage_FindsItsPassageFirst(string question, string first)
    {
        await FillAsync();
        var found = await roastery.FindAsync(index, question);
        Assert.Equal(first, Shelf.Say(found[0]));
    }

    [Theory]
    [InlineData("YIR-250", "prices-2026#1")]
    [InlineData("what does GRD-100 cost", "prices-2026#2")]
    public async Task SearchAsync_OnADay_PassesOverWhatDoesNotHoldThen(string question, string first)
    {
        await FillAsync();
        var now = await roastery.FindAsync(index, question, q => q with { On = new DateOnly(2026, 6, 1), Language = "en" });
        Assert.Equal(first, Shelf.Say(now[0]));
        Assert.DoesNotContain(now, f => f.Document.Source == "prices-2025");
        var then = await roastery.FindAsync(index, question, q => q with { On = new DateOnly(2025, 12, 31), Language = "en" });
        Assert.Equal(first.Replace("2026", "2025", StringComparison.Ordinal), Shelf.Say(then[0]));
        Assert.DoesNotContain(then, f => f.Document.Source == "prices-2026");
    }

    [Fact]
    public async Task SearchAsync_Language_FindsThatLanguageAlone()
    {
        await FillAsync();
        Assert.Equal(["manual-ar#2"], Said(await roastery.FindAsync(index, "E42", q => q with { Language = "ar" })));
        Assert.Equal(["manual-grinder#3"], Said(await roastery.FindAsync(index, "E42", q => q with { Language = "en" })));
    }

    [Fact]
    public async Task SearchAsync_Labels_FindsDocumentsThatHaveThemAll()
    {
        await FillAsync();
        var both = await roastery.FindAsync(index, "returned delivery grinder days", q => q with { Labels = ["policy", "public"], Count = 100 });
        Assert.NotEmpty(both);
        Assert.All(both, f => Assert.Equal(["policy", "public"], f.Document.Labels));
        Assert.Empty(await roastery.FindAsync(index, "returned delivery", q => q with { Labels = ["policy", "manual"] }));
        Assert.Empty(await roastery.FindAsync(index, "returned delivery", q => q with { Labels = ["no such label"] }));
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(index, "apron", q => q with { Labels = ["odd \"label\" / ../*?"] }))[0]));
    }

    [Fact]
    public async Task SearchAsync_FewFitTheFilter_FindsThemThoughManyOthersFitTheWordsBetter()
    {
        var crowd = new Shelf("crowd");
        for (var i = 0; i < 400; i++) crowd.Add($"many-{i}", "Beans", "en", ["Beans: coffee coffee beans"]);
        for (var i = 0; i < 5; i++) crowd.Add($"few-{i}", "Other", "en", [$"Other: among many other words of number {i} coffee is said but once"], d => d with { Labels = ["rare"] });
        await crowd.KeepAsync(index);
        var found = await crowd.FindAsync(index, "coffee beans", q => q with { Labels = ["rare"] });
        Assert.Equal(5, found.Count);
    }

    [Fact]
    public async Task SearchAsync_Found_IsToldAsItWasKept()
    {
        await FillAsync();
        var kept = roastery.Changes.Single(c => c.Document!.Source == "prices-2026");
        var found = (await roastery.FindAsync(index, "Yirgacheffe price", q => q with { On = new DateOnly(2026, 6, 1), Language = "en" }))[0];
        Assert.Equivalent(kept.Passages[0], found.Passage, strict: true);
        Assert.Equivalent(kept.Document, found.Document, strict: true);
    }

    [Fact]
    public async Task SearchAsync_AllWordsThere_CoversTheQuestionAndSaysWhy()
    {
        await FillAsync();
        var all = (await roastery.FindAsync(index, "green apron"))[0];
        Assert.InRange(all.Coverage, .99, 1);
        Assert.Contains(all.Why, w => w is { Kind: "word", Weight: > 0 } && w.What.Contains("apron", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(all.Why.OrderByDescending(w => w.Weight), all.Why);
        var half = (await roastery.FindAsync(index, "green xylophones apron zeppelin"))[0];
        Assert.InRange(half.Coverage, .05, .7);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!… —")]
    [InlineData("xylophones zeppelins")]
    public async Task SearchAsync_NothingToGoBy_FindsNothing(string question)
    {
        await FillAsync();
        Assert.Empty(await roastery.FindAsync(index, question));
    }

    [Fact]
    public async Task SearchAsync_Count_IsNotExceededAndScoresFall()
    {
        await FillAsync();
        var found = await roastery.FindAsync(index, "the returned grinder within thirty days of delivery", q => q with { Count = 3 });
        Assert.Equal(3, found.Count);
        Assert.Equal(found.OrderByDescending(f => f.Score).Select(f => f.Score), found.Select(f => f.Score));
        Assert.Equal(Said(found), Said(await roastery.FindAsync(index, "the returned grinder within thirty days of delivery", q => q with { Count = 50 })).Take(3));
    }

    [Fact]
    public async Task SearchAsync_Vectors_FindWhatWordsDoNot()
    {
        await using var dense = await CreateAsync(dimensions: 4);
        await FillAsync(dense, withVectors: true);
        var query = new KnowledgeQuery(roastery.Tenant, "xylophones") { Count = 3 };
        var found = await dense.SearchAsync(query, Direction(roastery.Changes[9].Passages[2].Id), CancellationToken.None);
        Assert.Equal("staff#3", Shelf.Say(found[0]));
        Assert.Equal(3, found.Count);
        Assert.Contains(found[0].Why, w => w.Kind == "vector");
        Assert.Equal(0, found[0].Coverage);
    }

    [Fact]
    public async Task SearchAsync_WordsAndVectorAgree_ComesFirst()
    {
        await using var dense = await CreateAsync(dimensions: 4);
        await FillAsync(dense, withVectors: true);
        var query = new KnowledgeQuery(roastery.Tenant, "motor");
        var found = await dense.SearchAsync(query, Direction(roastery.Changes[7].Passages[3].Id), CancellationToken.None);
        Assert.Equal("manual-grinder#4", Shelf.Say(found[0]));
    }

    [Fact]
    public async Task SearchAsync_Vectors_ObeyTheFilters()
    {
        await using var dense = await CreateAsync(dimensions: 4);
        await FillAsync(dense, withVectors: true);
        var hidden = Direction(roastery.Changes.Single(c => c.Document!.Source == "huda-draft").Passages[0].Id);
        var query = new KnowledgeQuery(roastery.Tenant, "") { Count = 100 };
        Assert.DoesNotContain("huda-draft#1", Said(await dense.SearchAsync(query, hidden, CancellationToken.None)));
        Assert.Equal("huda-draft#1", Said(await dense.SearchAsync(query with { User = Shelves.Huda }, hidden, CancellationToken.None))[0]);
        Assert.All(await dense.SearchAsync(query with { Labels = ["manual"], Language = "ar" }, hidden, CancellationToken.None), f => Assert.Equal("manual-ar", f.Document.Source));
        var theirs = Direction(bakery.Changes[4].Passages[0].Id);
        Assert.All(await dense.SearchAsync(query with { User = Shelves.Omar }, theirs, CancellationToken.None), f => Assert.Contains(roastery.Changes, c => c.Id == f.Document.Id));
    }
}
