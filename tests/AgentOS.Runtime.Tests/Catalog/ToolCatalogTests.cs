using System.ComponentModel;
using System.Text.Json;
using AgentOS.Identity;
using AgentOS.Runtime.Catalog;
using AgentOS.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Runtime.Tests.Catalog;

public sealed class ToolCatalogTests
{
    private static readonly ToolContext Context = new(
        new Principal(new Tenant(Guid.NewGuid(), "Najd", TimeZoneInfo.Utc, "SAR", DayOfWeek.Sunday), Guid.NewGuid(), "Sara", new HashSet<string> { "*" }),
        DateTimeOffset.UnixEpoch, null, "k");

    [Fact]
    public void Of_CompleteTool_KnowsAllOfIt()
    {
        var tool = ToolDescriptors.Of(typeof(PlaceOrder));

        Assert.Equal("samples.order", tool.Name);
        Assert.Equal("samples_order", tool.FunctionName);
        Assert.Equal("Places an order for a customer.", tool.Description);
        Assert.Equal(Effect.Write, tool.Effect);
        Assert.Equal("orders:write", tool.Permission);
        Assert.True(tool.Confirm);
        Assert.Equal(TimeSpan.FromMilliseconds(1234), tool.Deadline);
        Assert.Equal(typeof(PlaceOrder.OrderView), tool.ViewType);
        Assert.Equal(
            new Dictionary<string, string> { ["customer"] = "Customer", ["lines.product"] = "Product" },
            tool.References);
    }

    [Fact]
    public void InputSchema_CompleteTool_IsWhatAModelNeeds()
    {
        var schema = JsonSerializer.Serialize(ToolDescriptors.Of(typeof(PlaceOrder)).InputSchema);

        const string Expected = """
            {"type":"object","properties":{
            "customer":{"type":"string","description":"Who buys. A customer: its number, its name, or 'it'.","minLength":1},
            "lines":{"type":"array","items":{"type":"object","properties":{
            "product":{"type":"string","description":"A product: its number, its name, or 'it'.","minLength":1},
            "quantity":{"type":"integer"}},"required":["product","quantity"],"additionalProperties":false}},
            "discount":{"description":"An amount of money, in the company's own currency unless another is given.",
            "anyOf":[{"type":"object","properties":{"amount":{"type":"number"},"currency":{"type":["string","null"],"minLength":3,"maxLength":3}},
            "required":["amount"],"additionalProperties":false},{"type":"number"},{"type":"null"}]},
            "due":{"type":["string","null"],"format":"date"},
            "priority":{"type":["string","null"],"enum":["normal","very_urgent",null]},
            "note":{"description":"Free words","type":["string","null"]}},
            "required":["customer","lines"],"additionalProperties":false}
            """;
        Assert.Equal(Expected.ReplaceLineEndings(""), schema.Replace("\\u0027", "'", StringComparison.Ordinal));
    }

    [Fact]
    public void InputSchema_NoArguments_IsAClosedObject() =>
        Assert.Equal(
            """{"type":"object","properties":{},"additionalProperties":false}""",
            JsonSerializer.Serialize(ToolDescriptors.Of(typeof(ReadTime)).InputSchema));

    [Fact]
    public async Task Invoker_BoundInput_RunsWithServicesAndSerialisesTheView()
    {
        var invoker = ToolDescriptors.Of(typeof(PlaceOrder)).Invoker;
        await using var services = new ServiceCollection().AddSingleton<IClockwork>(new Clockwork()).BuildServiceProvider();

        var input = invoker.Bind(JsonElement.Parse("""{"customer":"Contoso","lines":[{"product":"espresso","quantity":40}]}"""));
        var view = await invoker.RunAsync(services, input, Context, CancellationToken.None);

        Assert.Equal("""{"customer":"Contoso","count":1,"tick":"tock"}""", invoker.Serialize(view).GetRawText());
    }

    [Fact]
    public void Bind_UnknownMember_IsRefused() =>
        Assert.Throws<JsonException>(() => ToolDescriptors.Of(typeof(ReadTime)).Invoker.Bind(JsonElement.Parse("""{"zone":"x"}""")));

    [Fact]
    public void FromAssemblies_ToolsWithExamples_FindsBothLanguages()
    {
        var catalog = ToolCatalog.FromAssemblies(typeof(PlaceOrder).Assembly);

        Assert.Equal(["samples.order", "samples.time"], catalog.All.Select(t => t.Name));
        Assert.Same(catalog.Find("samples.order"), catalog.Find("samples_order"));
        Assert.Null(catalog.Find("samples.none"));
        Assert.Equal(["en", "en", "ar"], catalog.Find("samples.order")!.Examples.Select(e => e.Language));
    }

    [Fact]
    public void New_TwoToolsOfOneName_NamesBoth()
    {
        var tool = ToolDescriptors.Of(typeof(ReadTime));

        var wrong = Assert.Throws<CatalogException>(() => new ToolCatalog([tool, tool with { ToolType = typeof(PlaceOrder) }]));

        Assert.Contains(typeof(ReadTime).FullName!, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(PlaceOrder).FullName!, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("'samples.time'", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("samples.order", "[x](custmer)", "f.yaml:7: 'samples.order' has no argument 'custmer'; did you mean 'customer'?")]
    [InlineData("samples.order", "[x](lines.price)", "'samples.order' has no argument 'lines.price'; known are customer, lines, lines.product")]
    [InlineData("samples.ordr", "x", "f.yaml:7: there is no tool 'samples.ordr' in this assembly; did you mean 'samples.order'?")]
    public void Add_WrongExample_SaysWhereAndWhat(string tool, string text, string message)
    {
        var check = new ExampleCheck([ToolDescriptors.Of(typeof(PlaceOrder))]);

        var wrong = Assert.Throws<CatalogException>(() => check.Add(new PlacedExample(tool, new ToolExample("en", text), "f.yaml:7")));

        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(Untold), "has no [Description]")]
    [InlineData(typeof(Unguarded), "has no [Permission]")]
    [InlineData(typeof(Misrouted), "no property 'order'")]
    [InlineData(typeof(Misnamed), "a tool's name is module.verb")]
    [InlineData(typeof(Idle), "must implement ITool<Input, View> exactly once")]
    public void Of_IncompleteTool_NamesTheClassAndWhatIsWrong(Type type, string message)
    {
        var wrong = Assert.Throws<CatalogException>(() => ToolDescriptors.Of(type));

        Assert.Contains(type.FullName!, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    private sealed class Clockwork : IClockwork
    {
        public string Tick() => "tock";
    }

    [Tool("samples.untold", Effect.Read), Permission("x:read")]
    private sealed class Untold : Nothing;

    [Description("Does it."), Tool("samples.unguarded", Effect.Read)]
    private sealed class Unguarded : Nothing;

    [Description("Does it."), Tool("samples.misrouted", Effect.Read), Permission("x:read"), Route("GET /api/v1/orders/{order}")]
    private sealed class Misrouted : Nothing;

    [Description("Does it."), Tool("Samples", Effect.Read), Permission("x:read")]
    private sealed class Misnamed : Nothing;

    [Description("Does it."), Tool("samples.idle", Effect.Read), Permission("x:read")]
    private sealed class Idle;

    private class Nothing : ITool<ReadTime.Input, ReadTime.TimeView>
    {
        public ValueTask<ReadTime.TimeView> RunAsync(ReadTime.Input input, ToolContext context, CancellationToken cancel) => default;
    }
}
