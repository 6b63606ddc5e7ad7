using System.Text.Json;
using AgentOS.Data;
using AgentOS.Domain.Crm;
using AgentOS.Identity;
using AgentOS.Runtime.Catalog;
using AgentOS.Runtime.Presentation;
using AgentOS.Testing;
using AgentOS.Tools;
using AgentOS.Tools.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Domain.Tests.Crm;

/// <summary>A CRM on a real database, called by tool name and JSON as the pipeline calls it.</summary>
public sealed class CrmFixture : DatabaseFixture
{
    /// <summary>Saturday noon in Riyadh, the last day of the tenant's week.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A colleague of Sara's.</summary>
    public static readonly Principal Omar = TestPrincipals.Sara with { UserId = new Guid("00000000-0000-7000-8000-0000000000a2"), Name = "Omar" };

    private static readonly HandlebarsPresenter Presenter = HandlebarsPresenter.FromAssemblies(typeof(FindCustomers).Assembly);
    public static readonly ToolCatalog Catalog = ToolCatalog.FromAssemblies(typeof(FindCustomers).Assembly);

    /// <summary>Calls a tool and commits what it did.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="arguments">An anonymous object with its arguments, names and amounts as people give them.</param>
    /// <param name="by">Who calls; Sara if nobody else.</param>
    /// <param name="conversation">In which conversation.</param>
    public async Task<TView> CallAsync<TView>(string tool, object arguments, Principal? by = null, string? conversation = null)
    {
        var (descriptor, cancel) = (Catalog.Find(tool)!, CancellationToken.None);
        var context = Context(by, conversation);
        await using var transaction = await Services.GetRequiredService<IToolTransactions>().BeginAsync(context, descriptor.Effect, cancel);
        var json = JsonSerializer.SerializeToElement(arguments, ToolJson.Options);
        var (input, references) = BindScope.Run("SAR", (descriptor, json), s => s.descriptor.Invoker.Bind(s.json));
        foreach (var reference in references) await ResolveAsync(transaction, reference, cancel);
        if (descriptor.Effect != Effect.Read) await transaction.ClaimAsync(cancel);

        var view = await descriptor.Invoker.RunAsync(transaction.Services, input, context, cancel);
        if (descriptor.Effect != Effect.Read)
        {
            await transaction.FlushAsync(cancel);
            var outcome = new RecordedOutcome(descriptor.ViewType.Name, descriptor.Invoker.Serialize(view));
            await transaction.CommitAsync(descriptor, json, outcome, context.Inverse, [], null, cancel);
        }

        return (TView)view;
    }

    /// <summary>Calls a tool and says its view, without the invisible signs that isolate left-to-right runs.</summary>
    public async Task<string> SayAsync(string language, string tool, object arguments)
    {
        var descriptor = Catalog.Find(tool)!;
        var view = descriptor.Invoker.Serialize(await CallAsync<object>(tool, arguments));
        return Bare(Presenter.Say(tool, descriptor.ViewType.Name, view, language));
    }

    /// <summary>Calls a tool that refuses, and says why.</summary>
    public async Task<string> SayRefusalAsync(string language, string tool, object arguments)
    {
        var refusal = await Assert.ThrowsAsync<ToolException>(() => CallAsync<object>(tool, arguments));
        Assert.True(Presenter.Has("error." + refusal.Code, language), $"error.{refusal.Code} has no template in {language}.");
        return Bare(Presenter.Say("error." + refusal.Code, null, JsonSerializer.SerializeToElement(refusal.Details, ToolJson.Options), language));
    }

    /// <summary>Asserts that a call is refused with a code.</summary>
    public async Task<ToolException> RefusedAsync(string code, string tool, object arguments)
    {
        var refusal = await Assert.ThrowsAsync<ToolException>(() => CallAsync<object>(tool, arguments));
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    /// <summary>Enters a customer of a name and returns the name.</summary>
    public async Task<string> CustomerAsync(string name, object? more = null)
    {
        await CallAsync<CustomerView>("customers.create", more ?? new { name });
        return name;
    }

    /// <summary>Takes the conversation's latest call back.</summary>
    public async Task UndoAsync(string conversation)
    {
        var (context, cancel) = (Context(null, conversation), CancellationToken.None);
        await using var transaction = await Services.GetRequiredService<IToolTransactions>().BeginAsync(context, Effect.Write, cancel);
        await transaction.ClaimAsync(cancel);
        var undo = transaction.Services.GetRequiredService<IUndo>();
        var last = await undo.LastAsync(context, cancel);
        await undo.RestoreAsync(last!, cancel);
        var nothing = JsonElement.Parse("{}");
        await transaction.CommitAsync(Catalog.Find(last!.Tool)!, nothing, new RecordedOutcome("Undone", nothing), null, [], null, cancel);
    }

    /// <summary>All rows of the CRM, but for their versions, which only ever go up.</summary>
    public async Task<string> SnapshotAsync()
    {
        var tables = (string[])["customers", "contacts", "leads", "opportunities", "interactions", "follow_ups"];
        var rows = tables.Select(t => $"(select jsonb_agg(to_jsonb(t) - 'version' order by t.id) from crm.{t} t)");
        return (string)(await Database.ScalarAsync($"select jsonb_pretty(jsonb_build_array({string.Join(", ", rows)}))"))!;
    }

    protected override void Register(IServiceCollection services) => services.AddSingleton<IModule, CrmModule>();

    private static ToolContext Context(Principal? by, string? conversation) =>
        new(by ?? TestPrincipals.Sara, Now, conversation, Guid.CreateVersion7().ToString());

    private static string Bare(string said) =>
        said.Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private static async Task ResolveAsync(IToolTransaction transaction, Reference reference, CancellationToken cancel)
    {
        var match = await transaction.References.ResolveAsync(reference, cancel);
        Assert.True(match.Id is not null, $"'{reference.Text}' may be {string.Join(" or ", match.Candidates.Select(c => c.Label))}.");
        reference.ResolveTo(match.Id.Value);
    }
}
