using AgentOS.Understanding.Values;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Understanding.Tests.Quality;

public sealed class TrainingTests
{
    private static readonly string[] Requests = ["show my leads", "order 3 espresso for Zamzam", "كم عندنا اسبريسو في جدة", "blah blah", "move it to negotiation"];

    [Fact]
    public void Train_SameSeed_GivesTheSameModel()
    {
        var again = EmbeddedUnderstanding.Train(Catalogs.All);

        Assert.Equal(Requests.Select(r => Describe(Catalogs.Understanding, r)), Requests.Select(r => Describe(again, r)));
    }

    [Fact]
    public void Train_ToolsWithoutExamples_StillWorks()
    {
        var bare = new AgentOS.Runtime.Catalog.ToolCatalog(Catalogs.All.All.Select(t => t.Name == "leads.list" ? t with { Examples = [] } : t));

        var model = EmbeddedUnderstanding.Train(bare);

        Assert.Equal("opportunities.list", model.Understand(EmbeddedUnderstanding.Read("show my open opportunities", ValueContext.Fixed), ValueContext.Fixed).Best.Name);
    }

    [Fact]
    public async Task GetResponseAsync_NoToolsAndNoFacts_AnswersHonestly()
    {
        var response = await Catalogs.Client.GetResponseAsync([new ChatMessage(ChatRole.User, "show my leads")]);

        Assert.Equal(EmbeddedChatClient.ModelId, response.ModelId);
        Assert.Equal(0, response.Usage?.TotalTokenCount);
        Assert.NotEmpty(response.Text);
    }

    [Fact]
    public void AddEmbeddedUnderstanding_CatalogRegistered_GivesTheClient()
    {
        var services = new ServiceCollection().AddSingleton(Catalogs.All).AddEmbeddedUnderstanding();

        using var provider = services.BuildServiceProvider();

        Assert.Equal("agentos", provider.GetRequiredService<EmbeddedChatClient>().GetService<ChatClientMetadata>()?.ProviderName);
    }

    private static string Describe(EmbeddedUnderstanding model, string text)
    {
        var understood = model.Understand(EmbeddedUnderstanding.Read(text, ValueContext.Fixed), ValueContext.Fixed);
        var arguments = model.Frame(understood.Best.Name) is { } frame ? model.Fill(frame, understood.Utterance, ValueContext.Fixed).Arguments.ToJsonString() : "";
        return string.Join(' ', understood.Ranking.Select(r => $"{r.Name}={r.Probability:R}")) + arguments;
    }
}
