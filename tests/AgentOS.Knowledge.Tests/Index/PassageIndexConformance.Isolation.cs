namespace AgentOS.Knowledge.Tests.Index;

/// <content>What is one tenant's, or one person's, is nobody else's.</content>
public abstract partial class PassageIndexConformance
{
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
    public async Task SearchAsync_UnknownTenant_FindsNothing()
    {
        await FillAsync();
        Assert.Empty(await new Shelf("nobody").FindAsync(index, "returned within fourteen days"));
        Assert.Equal(0, await index.PositionAsync(Shelf.IdOf("tenant nobody"), CancellationToken.None));
    }
}
