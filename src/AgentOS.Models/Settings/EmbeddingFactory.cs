using System.Globalization;
using AgentOS.Models.OpenAi;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Settings;

/// <summary>Makes the generator of embeddings that the settings ask for.</summary>
public static class EmbeddingFactory
{
    private const string Forms = "Write 'openai:<model>', such as 'openai:text-embedding-3-small', or leave it out. For another OpenAI-compatible server set AGENTOS_EMBEDDINGS_BASE_URL.";

    /// <summary>OpenAI's own models, and how many numbers each gives unless asked for fewer.</summary>
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["text-embedding-3-small"] = 1536,
        ["text-embedding-3-large"] = 3072,
        ["text-embedding-ada-002"] = 1536,
    };

    /// <summary>Makes it; <see langword="null"/> when the settings ask for none.</summary>
    /// <exception cref="ModelSettingException">A setting is wrong or missing.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>>? Create(EmbeddingsOptions options, TimeProvider time) =>
        Read(options) is { } settings ? new OpenAiEmbeddingGenerator(settings, time) : null;

    /// <summary>Reads the settings; <see langword="null"/> when they ask for none.</summary>
    /// <exception cref="ModelSettingException">A setting is wrong or missing.</exception>
    public static OpenAiEmbeddingSettings? Read(EmbeddingsOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Model)) return null;
        var model = Model(options.Model.Trim());
        var known = Known.TryGetValue(model, out var usual);
        var wanted = Dimensions(options.Dimensions);
        var address = Address(options.Address);
        var key = string.IsNullOrWhiteSpace(options.ApiKey) ? null : options.ApiKey.Trim();
        // Servers of one's own mostly want no key; OpenAI's always do.
        if (address is null && key is null) throw new ModelSettingException($"AGENTOS_EMBEDDINGS names openai:{model}, which needs a key. Set AGENTOS_EMBEDDINGS_API_KEY or OPENAI_API_KEY, or leave AGENTOS_EMBEDDINGS out.");
        if (wanted is null && !known) throw new ModelSettingException($"AGENTOS_EMBEDDINGS names openai:{model}, and nobody has said how many numbers its vectors have. Set AGENTOS_EMBEDDINGS_DIMENSIONS.");
        return new OpenAiEmbeddingSettings
        {
            Model = model,
            Dimensions = wanted ?? usual,
            AsksForDimensions = known && wanted is { } fewer && fewer != usual,
            ApiKey = key,
            BaseAddress = address ?? OpenAiSettings.Official,
        };
    }

    private static string Model(string setting)
    {
        var colon = setting.IndexOf(':', StringComparison.Ordinal);
        var (provider, model) = colon < 0 ? ("", "") : (setting[..colon].Trim().ToLowerInvariant(), setting[(colon + 1)..].Trim());
        return provider == OpenAiChatClient.Provider && model.Length > 0 ? model : throw new ModelSettingException($"AGENTOS_EMBEDDINGS='{setting}' names no model that is known. {Forms}");
    }

    private static int? Dimensions(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return null;
        return int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 65_536
            ? count
            : throw new ModelSettingException("AGENTOS_EMBEDDINGS_DIMENSIONS is no number from 1 to 65536.");
    }

    private static Uri? Address(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return null;
        return Uri.TryCreate(setting.Trim().TrimEnd('/'), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? uri
            : throw new ModelSettingException("AGENTOS_EMBEDDINGS_BASE_URL or OPENAI_BASE_URL is not an address. Write it as https://host/v1, without a name or a password in it.");
    }
}
