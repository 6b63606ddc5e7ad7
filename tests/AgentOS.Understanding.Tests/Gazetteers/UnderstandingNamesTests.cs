using System.Text.Json.Nodes;
using AgentOS.Agents;
using AgentOS.Identity;
using AgentOS.Tools;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Values;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Tests.Gazetteers;

/// <summary>What the embedded model makes of requests once it knows the tenant's names.</summary>
public sealed class UnderstandingNamesTests
{
    private static readonly Tenant Company = new(Guid.CreateVersion7(), "Najd", TimeZoneInfo.Utc, "SAR", DayOfWeek.Sunday);
    private static readonly ValueContext Saturday = new(new DateOnly(2026, 11, 21), new TimeOnly(10, 0), DayOfWeek.Sunday, "SAR", TimeZoneInfo.Utc);

    [Theory]
    [InlineData("order 3 v60 for al nakhel", """{"customer":"Al Nakheel Trading","lines":[{"product":"V60 Dripper","quantity":3}]}""")]
    [InlineData("order 12 yirgachefe for starbuks", """{"customer":"Starbucks","lines":[{"product":"Ethiopia Yirgacheffe","quantity":12}]}""")]
    [InlineData("اطلب ٥ كيمكس لكونتسو", """{"customer":"كونتوسو","lines":[{"product":"كيمكس","quantity":5}]}""")]
    public void Fill_NamesMisspelt_GivesTheRecordsOwn(string text, string expected)
    {
        var model = Catalogs.Understanding;
        var utterance = model.Read(text, Saturday, Najd.Names);

        var arguments = model.Fill(model.Frame("orders.create")!, utterance, Saturday).Arguments;

        Json.AssertEqual(expected, arguments);
    }

    [Fact]
    public void Read_WithoutNames_IsAsBefore()
    {
        var model = Catalogs.Understanding;

        Assert.Empty(model.Read("order 3 v60 for al nakhel", Saturday, Gazetteer.Empty).Names);
    }

    [Fact]
    public async Task GetResponse_ANameAddedBetweenTwoUtterances_IsUsedInTheSecond()
    {
        var source = new ListedNames();
        source.Set(Company.Id, Najd.Product(2, "Espresso Blend"), Najd.Customer(1, "Contoso"));
        using var client = new EmbeddedChatClient(Catalogs.Understanding, TimeProvider.System, source);
        await CallAsync(client, "order 5 espresso for contoso");

        source.Set(Company.Id, Najd.Customer(2, "Khuzama Bakehouse"));

        Assert.Equal("Khuzama Bakehouse", (string?)(await CallAsync(client, "order 5 espresso for khuzma bakehous"))?["customer"]);
    }

    private static async Task<JsonObject?> CallAsync(EmbeddedChatClient client, string text)
    {
        var options = new ChatOptions
        {
            Tools = [.. Catalogs.All.All.Select(t => (AITool)new Function(t))],
            AdditionalProperties = new() { [TurnFacts.Key] = new TurnFacts(new Principal(Company, Guid.CreateVersion7(), "Sara", new HashSet<string> { "*" }), new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), Focus.Empty) },
        };
        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, text)], options);
        var call = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().FirstOrDefault();
        return call is null ? null : System.Text.Json.JsonSerializer.SerializeToNode(call.Arguments, ToolJson.Options)?.AsObject();
    }

    private sealed class Function(ToolDescriptor tool) : ToolFunction(tool)
    {
        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => default;
    }
}
