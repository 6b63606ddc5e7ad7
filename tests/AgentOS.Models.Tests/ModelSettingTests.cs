using AgentOS.Models.Fallback;
using AgentOS.Models.OpenAi;
using AgentOS.Models.Prices;
using AgentOS.Models.Settings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Models.Tests;

public sealed class ModelSettingTests
{
    [Theory]
    [InlineData(null, "embedded")]
    [InlineData(" ", "embedded")]
    [InlineData("embedded", "embedded")]
    [InlineData("openai:gpt-4o", "openai:gpt-4o")]
    [InlineData("openai:llama3.1:8b , embedded", "openai:llama3.1:8b,embedded")]
    [InlineData("Anthropic:claude-sonnet-4-5,OpenAI:gpt-4o", "anthropic:claude-sonnet-4-5,openai:gpt-4o")]
    public void Parse_GoodSetting_GivesTheChain(string? setting, string chain) => Assert.Equal(chain, ModelSetting.Parse(setting).ToString());

    [Theory]
    [InlineData("gpt-4o", "gpt-4o")]
    [InlineData("mistral:large", "OPENAI_BASE_URL")]
    [InlineData("openai", "names no model")]
    [InlineData("openai:", "names no model")]
    [InlineData("embedded:x", "embedded:x")]
    [InlineData("openai:a,,embedded", "empty part")]
    [InlineData("openai:a,openai:a", "twice")]
    public void Parse_WrongSetting_SaysWhatToWrite(string setting, string named)
    {
        var wrong = Assert.Throws<ModelSettingException>(() => ModelSetting.Parse(setting));

        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("AGENTOS_MODEL", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("openai:gpt-4o,embedded", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai:gpt-4o", "OPENAI_API_KEY")]
    [InlineData("anthropic:claude-x,embedded", "ANTHROPIC_API_KEY")]
    public void AddModels_MissingKey_NamesTheSetting(string model, string named)
    {
        var wrong = Assert.Throws<ModelSettingException>(() => Build(new ModelsOptions { Model = model }));

        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddModels_BadAddress_NamesTheSettingAndNotTheAddress()
    {
        var wrong = Assert.Throws<ModelSettingException>(() => Build(new ModelsOptions { Model = "openai:m", OpenAiAddress = "http://name:pass@host/v1" }));

        Assert.Contains("OPENAI_BASE_URL", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddModels_Nothing_IsTheEmbeddedModelItself()
    {
        var embedded = FakeModel.Says("x");

        using var services = Build(new ModelsOptions(), embedded);

        Assert.Same(embedded, services.GetRequiredService<IChatClient>());
    }

    [Fact]
    public void AddModels_OwnServerWithoutKey_IsAChain()
    {
        using var services = Build(ModelsOptions.FromEnvironment(name => name switch { "AGENTOS_MODEL" => "openai:llama3,embedded", "OPENAI_BASE_URL" => "http://127.0.0.1:11434/v1/", _ => null }));

        var client = services.GetRequiredService<IChatClient>();

        Assert.IsType<FallbackChatClient>(client);
        Assert.Equal(new Uri("http://127.0.0.1:11434/v1"), client.GetService<ChatClientMetadata>()!.ProviderUri);
    }

    [Fact]
    public void Settings_AsText_HoldNoKey()
    {
        Assert.DoesNotContain("sk-1", new OpenAiSettings { Model = "m", ApiKey = "sk-1" }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sk-1", new ModelsOptions { Model = "openai:m", OpenAiKey = "sk-1", AnthropicKey = "sk-1" }.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpt-4o-2024-08-06", 12.50)]
    [InlineData("gpt-4o-mini-2024-07-18", 0.75)]
    [InlineData("my-model", 0)]
    [InlineData(null, 0)]
    public void Cost_AMillionTokensEachWay_IsThePriceOfTheLongestPattern(string? model, double cost) =>
        Assert.Equal((decimal)cost, new ModelPrices().Cost(model, new UsageDetails { InputTokenCount = 1_000_000, OutputTokenCount = 1_000_000 }));

    [Fact]
    public void Cost_CachedTokensAndOwnPrices_Count()
    {
        var prices = new ModelPrices(new Dictionary<string, ModelPrice> { ["gpt-*"] = new(4m, 0m, 1m) });

        Assert.Equal(1.75m, prices.Cost("gpt-4o", new UsageDetails { InputTokenCount = 1_000_000, CachedInputTokenCount = 750_000, OutputTokenCount = 5 }));
        Assert.Equal(0m, prices.Cost("gpt-4o", null));
    }

    private static ServiceProvider Build(ModelsOptions options, IChatClient? embedded = null) =>
        new ServiceCollection().AddModels(options, _ => embedded ?? FakeModel.Says("embedded")).BuildServiceProvider();
}
