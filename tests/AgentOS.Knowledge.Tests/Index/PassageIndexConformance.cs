using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>What every index of passages does. An index derives its own class from this one, and everything here must hold for it.</summary>
public abstract class PassageIndexConformance : IAsyncLifetime
{
    private readonly Shelf roastery = Shelves.Roastery(), bakery = Shelves.Bakery(), museum = Shelves.Museum();
    private IPassageIndex index = null!;

    public async ValueTask InitializeAsync() => index = await CreateAsync(dimensions: 0);

    public async ValueTask DisposeAsync()
    {
        await index.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty index whose vectors have so many numbers; 0 where there are none.</summary>
    private protected abstract ValueTask<IPassageIndex> CreateAsync(int dimensions);

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
    public async Task SearchAsync_PassageWithOwner_IsFoundByItsOwnerAlone()
    {
        await FillAsync();
        Assert.Empty(await roastery.FindAsync(index, "seaside dawn pastries"));
        Assert.Empty(await roastery.FindAsync(index, "seaside dawn pastries", q => q with { User = Shelves.Omar }));
        Assert.Equal(["huda-draft#1"], Said(await roastery.FindAsync(index, "seaside dawn pastries", q => q with { User = Shelves.Huda })));
    }

    [Fact]
    public async Task SearchAsync_Conversations_AreApartFromDocumentsAndFromEachOther()
    {
        await FillAsync();
        Assert.DoesNotContain(await roastery.FindAsync(index, "flat white oat milk locker code", q => q with { User = Shelves.Huda, Count = 100 }), f => f.Document.Collection != KnowledgeCollections.Documents);
        var hers = await roastery.FindAsync(index, "flat white milk locker code", q => q with { Collection = KnowledgeCollections.Conversations, User = Shelves.Huda });
        Assert.Equal(["huda-notes#1"], Said(hers));
        Assert.Empty(await roastery.FindAsync(index, "flat white milk", q => q with { Collection = KnowledgeCollections.Conversations }));
        Assert.Empty(await roastery.FindAsync(index, "flat white milk", q => q with { Collection = "another", User = Shelves.Huda }));
    }

    [Fact]
    public async Task SearchAsync_SameDocumentsElsewhere_FindsTheOwnTenantsAlone()
    {
        await FillAsync();
        foreach (var shelf in new[] { roastery, bakery, museum })
        {
            var found = await shelf.FindAsync(index, "returned within days price E42 cleaning guided الخبز الجولات التنظيف", q => q with { Count = 100 });
            Assert.NotEmpty(found);
            Assert.All(found, f => Assert.Contains(shelf.Changes, c => c.Id == f.Document.Id && c.Passages.Any(p => p.Id == f.Passage.Id)));
        }
    }

    [Theory]
    [InlineData("zebra combination")]
    [InlineData("SOU-1")]
    [InlineData("tenant:bakery zebra")]
    [InlineData("\" OR tenant = 'bakery' zebra")]
    [InlineData("{\"must\":[]} zebra")]
    [InlineData("معمول بالسمن")]
    public async Task SearchAsync_CraftedQuestion_SeesNothingOfAnotherTenant(string question)
    {
        await FillAsync();
        Func<KnowledgeQuery, KnowledgeQuery>[] filters =
        [
            q => q,
            q => q with { User = Shelves.Omar },
            q => q with { User = bakery.Tenant },
            q => q with { Labels = [bakery.Tenant.ToString()] },
            q => q with { Labels = ["secret"], User = Shelves.Omar },
            q => q with { Labels = ["secret\0", "*", "' or 1=1 --"] },
            q => q with { Collection = $"{KnowledgeCollections.Documents}/../{bakery.Tenant}", User = Shelves.Omar },
            q => q with { Collection = "", User = Shelves.Omar },
            q => q with { Language = "*" },
        ];
        foreach (var filter in filters)
            Assert.All(await roastery.FindAsync(index, question, q => filter(q) with { Count = 100 }), f => Assert.Contains(roastery.Changes, c => c.Id == f.Document.Id));
    }

    [Fact]
    public async Task ApplyAsync_IdsOfAnotherTenant_LeaveTheOtherTenantAsItWas()
    {
        await FillAsync();
        var theirs = bakery.Changes[0];
        await roastery.KeepAsync(index, [new DocumentChange(90, theirs.Id, null, [])], 90);
        Assert.Equal("returns-en#1", Shelf.Say((await bakery.FindAsync(index, "tins of cookies returned"))[0]));

        var stolen = theirs.Passages[0] with { Text = "Stolen words about xylophones" };
        await roastery.KeepAsync(index, [theirs with { Position = 91, Passages = [stolen] }], 91);
        Assert.Empty(await bakery.FindAsync(index, "xylophones"));
        Assert.Equal("returns-en#1", Shelf.Say((await bakery.FindAsync(index, "tins of cookies returned"))[0]));
        Assert.Equal(theirs.Passages[0].Text, (await bakery.FindAsync(index, "tins of cookies returned"))[0].Passage.Text);
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
    public async Task SearchAsync_UnknownTenant_FindsNothing()
    {
        await FillAsync();
        Assert.Empty(await new Shelf("nobody").FindAsync(index, "returned within fourteen days"));
        Assert.Equal(0, await index.PositionAsync(Shelf.IdOf("tenant nobody"), CancellationToken.None));
    }

    [Fact]
    public async Task ApplyAsync_DocumentAgain_TakesThePlaceOfWhatWas()
    {
        await FillAsync();
        await roastery.KeepAsync(index, [roastery.Change("returns-en", "Returns policy", "en", ["Period: Everything may be exchanged for turnips."])], 40);
        Assert.Equal(["returns-en#1"], Said(await roastery.FindAsync(index, "turnips")));
        Assert.Empty(await roastery.FindAsync(index, "inspected"));
        Assert.Equal(40, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task ApplyAsync_SameDocumentTwiceInABatch_TheLaterHolds()
    {
        await roastery.KeepAsync(index,
        [
            roastery.Change("note", "Note", "en", ["Note: parsnips"]),
            roastery.Change("note", "Note", "en", ["Note: turnips"]),
            roastery.Change("gone", "Gone", "en", ["Note: radishes"]),
            roastery.Gone("gone"),
        ], 4);
        Assert.Empty(await roastery.FindAsync(index, "parsnips radishes"));
        Assert.Equal(["note#1"], Said(await roastery.FindAsync(index, "turnips")));
    }

    [Fact]
    public async Task ApplyAsync_BatchAgain_ChangesNothing()
    {
        await FillAsync();
        var before = await roastery.FindAsync(index, "returned within days", q => q with { Count = 100 });
        await roastery.KeepAsync(index);
        var after = await roastery.FindAsync(index, "returned within days", q => q with { Count = 100 });
        Assert.Equal(Said(before), Said(after));
        Assert.Equal(before.Select(f => f.Score), after.Select(f => f.Score), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public async Task ApplyAsync_DocumentGone_IsNotFoundAnyMore()
    {
        await FillAsync();
        await roastery.KeepAsync(index, [roastery.Gone("staff"), roastery.Gone("never-there")], 50);
        Assert.Empty(await roastery.FindAsync(index, "apron"));
        Assert.Equal(50, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.NotEmpty(await roastery.FindAsync(index, "returned"));
    }

    [Fact]
    public async Task ApplyAsync_NothingChanged_MovesThePosition()
    {
        await roastery.KeepAsync(index, [], 7);
        Assert.Equal(7, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Equal(0, await index.PositionAsync(bakery.Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task ClearAsync_Tenant_IsForgottenAndOthersStay()
    {
        await FillAsync();
        await index.ClearAsync(roastery.Tenant, CancellationToken.None);
        Assert.Equal(0, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Empty(await roastery.FindAsync(index, "returned within fourteen days"));
        Assert.NotEmpty(await bakery.FindAsync(index, "tins of cookies returned"));
        await roastery.KeepAsync(index);
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(index, "green apron"))[0]));
    }

    [Fact]
    public async Task ApplyAsync_InSmallBatches_FindsTheSameAsInOne()
    {
        await FillAsync();
        await using var other = await CreateAsync(dimensions: 0);
        var at = 0;
        foreach (var batch in roastery.Changes.Chunk(2)) await roastery.KeepAsync(other, batch, at += batch.Length);
        foreach (var question in new[] { "returned within thirty days", "error E42", "الإسبريسو", "price of the grinder GRD-100", "motor" })
        {
            var expected = await roastery.FindAsync(index, question, q => q with { Count = 100 });
            var found = await roastery.FindAsync(other, question, q => q with { Count = 100 });
            Assert.Equal(Said(expected), Said(found));
            Assert.Equal(expected.Select(f => f.Coverage), found.Select(f => f.Coverage), (a, b) => Math.Abs(a - b) < 1e-6);
        }
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

    private static List<string> Said(IEnumerable<FoundPassage> found) => [.. found.Select(Shelf.Say)];

    private ValueTask FillAsync() => FillAsync(index, withVectors: false);

    private async ValueTask FillAsync(IPassageIndex into, bool withVectors)
    {
        foreach (var shelf in new[] { roastery, bakery, museum })
        {
            var vectors = withVectors ? shelf.Changes.SelectMany(c => c.Passages).ToDictionary(p => p.Id, p => Direction(p.Id)) : [];
            await into.ApplyAsync(shelf.Tenant, shelf.Changes, vectors, shelf.Changes.Count, CancellationToken.None);
        }
    }

    /// <summary>A direction of four numbers that goes with an id.</summary>
    private static ReadOnlyMemory<float> Direction(Guid id)
    {
        var bytes = id.ToByteArray();
        return (float[])[BitConverter.ToInt16(bytes, 0) / 32768f, BitConverter.ToInt16(bytes, 2) / 32768f, BitConverter.ToInt16(bytes, 4) / 32768f, BitConverter.ToInt16(bytes, 6) / 32768f];
    }
}
