using AgentOS.Models.Anthropic;
using AgentOS.Models.Fallback;
using AgentOS.Models.OpenAi;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AgentOS.Models.Settings;

/// <summary>Makes the client that the settings ask for.</summary>
public static class ModelFactory
{
    /// <summary>Makes the chain of models, or the one model, that <paramref name="options"/> name.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="embedded">Makes the model that runs in this process.</param>
    /// <param name="time">The clock of deadlines and breakers.</param>
    /// <param name="logger">Told when the chain falls back.</param>
    /// <exception cref="ModelSettingException">A setting is wrong or missing.</exception>
    public static IChatClient Create(ModelsOptions options, Func<IChatClient> embedded, TimeProvider time, ILogger<FallbackChatClient> logger)
    {
        var chain = ModelSetting.Parse(options.Model).Chain;
        // The embedded model does not fail as servers do: alone, it needs no deadline and no breaker.
        if (chain is [{ Provider: ModelSetting.Embedded }]) return embedded();
        return new FallbackChatClient([.. chain.Select(choice => new ModelProvider(choice.ToString(), Client(choice, options, embedded, time)))], options.Fallback, time, logger);
    }

    /// <summary>Finds wrong or missing settings without asking a provider.</summary>
    /// <exception cref="ModelSettingException">A setting is wrong or missing.</exception>
    public static void Check(ModelsOptions options)
    {
        foreach (var choice in ModelSetting.Parse(options.Model).Chain)
            if (choice.Provider != ModelSetting.Embedded) Client(choice, options, () => throw new InvalidOperationException(), TimeProvider.System).Dispose();
    }

    private static IChatClient Client(ModelChoice choice, ModelsOptions options, Func<IChatClient> embedded, TimeProvider time) => choice.Provider switch
    {
        OpenAiChatClient.Provider => OpenAi(choice, options, time),
        AnthropicChatClient.Provider => new AnthropicChatClient(
            new AnthropicSettings
            {
                Model = choice.Model,
                ApiKey = Key(options.AnthropicKey, choice, "ANTHROPIC_API_KEY"),
                BaseAddress = Address(options.AnthropicAddress, "ANTHROPIC_BASE_URL") ?? AnthropicSettings.Official,
            },
            time),
        _ => embedded(),
    };

    private static OpenAiChatClient OpenAi(ModelChoice choice, ModelsOptions options, TimeProvider time)
    {
        var address = Address(options.OpenAiAddress, "OPENAI_BASE_URL");
        // Servers of one's own (Ollama, vLLM) mostly want no key; OpenAI's always do.
        var key = address is null ? Key(options.OpenAiKey, choice, "OPENAI_API_KEY") : options.OpenAiKey;
        return new OpenAiChatClient(new OpenAiSettings { Model = choice.Model, ApiKey = string.IsNullOrWhiteSpace(key) ? null : key.Trim(), BaseAddress = address ?? OpenAiSettings.Official }, time);
    }

    private static string Key(string? key, ModelChoice choice, string setting) => string.IsNullOrWhiteSpace(key)
        ? throw new ModelSettingException($"AGENTOS_MODEL names {choice}, which needs a key. Set {setting}, or use AGENTOS_MODEL=embedded.")
        : key.Trim();

    private static Uri? Address(string? address, string setting)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        return Uri.TryCreate(address.Trim().TrimEnd('/'), UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.UserInfo.Length == 0
            ? uri
            : throw new ModelSettingException($"{setting} is not an address. Write it as https://host/v1, without a name or a password in it.");
    }
}
