using System.ComponentModel;
using System.Text.Json;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Identity;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Runtime.Catalog;
using AgentOS.Runtime.Pipeline;
using AgentOS.Runtime.Presentation;
using AgentOS.Testing;
using AgentOS.Tools;
using AgentOS.Tools.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgentOS.Postgres.Tests;

/// <summary>Undo and history as people reach them: through the pipeline, on the real tools.</summary>
public sealed class ActionTests(ActionFixture actions) : IClassFixture<ActionFixture>
{
    private readonly string conversation = Guid.CreateVersion7().ToString();

    [Theory]
    [InlineData("en", "Taken back: creating a customer (CUST-")]
    [InlineData("ar", "تراجعت عن إضافة عميل (")]
    public async Task Undo_CreatedCustomer_IsGoneAndSaidSo(string language, string said)
    {
        var created = await CallAsync("customers.create", """{"name":"Umbrella"}""", language);
        Assert.True(created.Succeeded, created.Error?.Message);

        var undone = await CallAsync("actions.undo", "{}", language);

        Assert.StartsWith(said, undone.Said, StringComparison.Ordinal);
        Assert.Equal("nothing_to_undo", (await CallAsync("actions.undo", "{}", language)).Error?.Code);
        Assert.Equal("not_found", (await CallAsync("customers.show", """{"customer":"Umbrella"}""", language)).Error?.Code);
    }

    [Fact]
    public async Task Undo_ToolWithDeclaredInverse_RunsTheInverse()
    {
        await CallAsync("marks.set", """{"text":"first"}""");

        var undone = await CallAsync("actions.undo", "{}");

        Assert.True(undone.Succeeded, undone.Error?.Message);
        Assert.Equal(1L, await actions.Database.ScalarAsync("select count(*) from shop.notes where text = 'first'"));
        Assert.Equal(1L, await actions.Database.ScalarAsync("select count(*) from shop.notes where text = 'first taken back'"));
    }

    [Fact]
    public async Task Undo_WithoutThePermissionOfWhatWasDone_IsForbidden()
    {
        await CallAsync("customers.create", """{"name":"Tyrell"}""");

        var refused = await CallAsync("actions.undo", "{}", principal: TestPrincipals.Sara with { Permissions = new HashSet<string> { "actions:undo" } });

        Assert.Equal("forbidden", refused.Error?.Code);
        Assert.True((await CallAsync("customers.show", """{"customer":"Tyrell"}""")).Succeeded);
    }

    [Fact]
    public async Task History_AfterAnUndo_SaysWhatWasTakenBack()
    {
        await CallAsync("customers.create", """{"name":"Weyland"}""");
        await CallAsync("actions.undo", "{}");

        var history = await CallAsync("actions.history", "{}");

        Assert.Equal(
            [("actions_undo", false), ("customers_create", true)],
            history.Data!.Value.GetProperty("actions").EnumerateArray().Select(a => (a.GetProperty("action").GetString()!, a.GetProperty("undone").GetBoolean())));
        Assert.Contains("Weyland", history.Said, StringComparison.Ordinal);
    }

    private async Task<ToolReply> CallAsync(string tool, string arguments, string language = "en", Principal? principal = null) =>
        await actions.Services.GetRequiredService<IToolPipeline>().CallAsync(
            new ToolCall(actions.Services.GetRequiredService<IToolCatalog>().Find(tool)!, JsonElement.Parse(arguments), principal ?? TestPrincipals.Sara, language, Guid.CreateVersion7().ToString()) { Conversation = conversation },
            CancellationToken.None);
}

/// <summary>The CRM's and the ERP's tools with those for actions, over a database.</summary>
public sealed class ActionFixture : DatabaseFixture
{
    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<IModule, CrmModule>();
        services.AddSingleton<IModule, ErpModule>();
        services.AddSingleton<IModule, ShopModule>();
        services.AddSingleton<IToolCatalog>(new ToolCatalog(
            ToolCatalog.FromAssemblies(typeof(Tools.Crm.QualifyLead).Assembly, typeof(UndoLast).Assembly).All
                .Append(Marks("marks.set", typeof(SetMark))).Append(Marks("marks.unset", typeof(UnsetMark)))));
        services.AddSingleton<IPresenter>(HandlebarsPresenter.FromAssemblies(typeof(Tools.Crm.QualifyLead).Assembly, typeof(UndoLast).Assembly));
        services.AddSingleton<IToolPipeline, ToolPipeline>();
    }

    private static ToolDescriptor Marks(string name, Type tool) => ShopFixture.Tool(name) with
    {
        ToolType = tool,
        InputType = typeof(MarkInput),
        ViewType = typeof(MarkView),
        Invoker = new MarkInvoker(tool),
    };
}

internal sealed record MarkInput(string Text);

internal sealed record MarkView(string Text);

[Description("Sets a mark that cannot be taken back by rows alone.")]
internal sealed class SetMark(Database db) : ITool<MarkInput, MarkView>
{
    public ValueTask<MarkView> RunAsync(MarkInput input, ToolContext context, CancellationToken cancel)
    {
        db.Add(new Note { Text = input.Text });
        context.UndoWith("marks.unset", input);
        return new(new MarkView(input.Text));
    }
}

[Description("Takes a mark back.")]
internal sealed class UnsetMark(Database db) : ITool<MarkInput, MarkView>
{
    public ValueTask<MarkView> RunAsync(MarkInput input, ToolContext context, CancellationToken cancel)
    {
        db.Add(new Note { Text = input.Text + " taken back" });
        return new(new MarkView(input.Text));
    }
}

internal sealed class MarkInvoker(Type tool) : IToolInvoker
{
    public object Bind(JsonElement arguments) => arguments.Deserialize<MarkInput>(ToolJson.Options)!;

    public async ValueTask<object> RunAsync(IServiceProvider services, object input, ToolContext context, CancellationToken cancel) =>
        await ((ITool<MarkInput, MarkView>)ActivatorUtilities.CreateInstance(services, tool)).RunAsync((MarkInput)input, context, cancel);

    public JsonElement Serialize(object view) => JsonSerializer.SerializeToElement(view, ToolJson.Options);
}
