using AgentOS.Data;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using AgentOS.Tools;
using Xunit;

namespace AgentOS.Postgres.Tests;

public sealed class ReferenceTests(ShopFixture shop) : IClassFixture<ShopFixture>, IAsyncLifetime
{
    private static readonly (string Number, string Name, string? Arabic)[] Names =
    [
        ("CUST-00001", "Contoso", "كونتوسو"), ("CUST-00002", "Globex", "غلوبكس"), ("CUST-00003", "Initech Trading", "إنيتك للتجارة"),
        ("CUST-00004", "Al Faisaliah Hotel", "فندق الفيصلية"), ("CUST-00005", "Faisal Trading", null), ("CUST-00123", "Sarah Ahmed", null),
        ("CUST-00124", "مؤسسة الأصالة", null), ("CUST-00007", "Espresso Blend", "خلطة اسبريسو"),
    ];

    public async ValueTask InitializeAsync()
    {
        await shop.CallAsync(call =>
        {
            foreach (var (number, name, arabic) in Names)
                call.Database.Add(Item.List(number, name, arabic, 1));
            return Task.FromResult(0);
        }, principal: Company);
    }

    /// <summary>A company for each test, so that the names are there once.</summary>
    private AgentOS.Identity.Principal Company { get; } = TestPrincipals.Sara with { Tenant = TestPrincipals.Sara.Tenant with { Id = Guid.CreateVersion7() } };

    [Theory]
    [InlineData("CUST-00002", "CUST-00002")]
    [InlineData("cust-00002", "CUST-00002")]
    [InlineData("#CUST-00002", "CUST-00002")]
    [InlineData("customer CUST 00002", "CUST-00002")]
    [InlineData("123", "CUST-00123")]
    [InlineData("2", "CUST-00002")]
    [InlineData("١٢٣", "CUST-00123")]
    [InlineData("contoso", "CUST-00001")]
    [InlineData("CONTOSO", "CUST-00001")]
    [InlineData("Contso", "CUST-00001")]
    [InlineData("Contosso", "CUST-00001")]
    [InlineData("كونتوسو", "CUST-00001")]
    [InlineData("كنتوسو", "CUST-00001")]
    [InlineData("غلوبكس", "CUST-00002")]
    [InlineData("جلوبكس", "CUST-00002")]
    [InlineData("initech", "CUST-00003")]
    [InlineData("انيتك للتجاره", "CUST-00003")]
    [InlineData("سارة أحمد", "CUST-00123")]
    [InlineData("ساره احمد", "CUST-00123")]
    [InlineData("الاصاله", "CUST-00124")]
    [InlineData("فندق الفيصليه", "CUST-00004")]
    [InlineData("espresso", "CUST-00007")]
    [InlineData("اسبريسو", "CUST-00007")]
    [InlineData("إسبريسو", "CUST-00007")]
    public async Task Resolve_WhatPeopleSay_FindsTheOne(string said, string number)
    {
        var match = await ResolveAsync(said);

        Assert.True(match.Id is not null, $"'{said}' is not resolved; candidates: {string.Join(", ", match.Candidates.Select(c => c.Label))}");
        Assert.Equal(number, await shop.ReadAsync(async call => (await call.Database.FindAsync<Item>([match.Id.Value]))!.Number, Company));
    }

    [Fact]
    public async Task Resolve_SeveralFit_OffersThem()
    {
        var match = await ResolveAsync("Faisal");

        Assert.Null(match.Id);
        Assert.Equal(["CUST-00004 Al Faisaliah Hotel", "CUST-00005 Faisal Trading"], match.Candidates.Select(c => c.Label).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Resolve_SoundOfTwoConsonants_IsOfferedOnly()
    {
        var match = await ResolveAsync("Asala");

        Assert.Null(match.Id);
        Assert.Equal("CUST-00124 مؤسسة الأصالة", Assert.Single(match.Candidates).Label);
    }

    [Theory]
    [InlineData("Umbrella Corporation")]
    [InlineData("شركة المظلة")]
    [InlineData("CUST-99999")]
    [InlineData("%")]
    [InlineData("'; drop table shop.items; --")]
    public async Task Resolve_NothingSimilar_FindsNothing(string said)
    {
        var match = await ResolveAsync(said);

        Assert.Null(match.Id);
        Assert.Empty(match.Candidates);
    }

    [Fact]
    public async Task Resolve_AnotherTenantsRecord_FindsNothing()
    {
        var ours = (await ResolveAsync("Contoso")).Id!.Value;

        var theirs = await shop.ReadAsync(async call => await call.Transaction.References.ResolveAsync(new Ref<Item>(ours.ToString()), CancellationToken.None), TestPrincipals.Stranger);

        Assert.Null(theirs.Id);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<ReferenceMatch> ResolveAsync(string said) =>
        shop.ReadAsync(async call => await call.Transaction.References.ResolveAsync(new Ref<Item>(said), CancellationToken.None), Company);
}
