using AgentOS.Models.Fallback;
using AgentOS.Models.Prices;

namespace AgentOS.Models.Settings;

/// <summary>Which models answer and how to reach them. The host binds it; <see cref="FromEnvironment"/> reads the usual variables.</summary>
public sealed record ModelsOptions
{
    /// <summary><c>AGENTOS_MODEL</c>, such as <c>openai:gpt-4o,embedded</c>; nothing means the embedded model.</summary>
    public string? Model { get; init; }

    /// <summary><c>OPENAI_API_KEY</c>.</summary>
    public string? OpenAiKey { get; init; }

    /// <summary><c>OPENAI_BASE_URL</c>: the address of an OpenAI-compatible server, up to and including <c>/v1</c>.</summary>
    public string? OpenAiAddress { get; init; }

    /// <summary><c>ANTHROPIC_API_KEY</c>.</summary>
    public string? AnthropicKey { get; init; }

    /// <summary><c>ANTHROPIC_BASE_URL</c>, without <c>/v1</c>.</summary>
    public string? AnthropicAddress { get; init; }

    /// <summary>Deadlines, breakers and waiting.</summary>
    public FallbackSettings Fallback { get; init; } = new();

    /// <summary>Own prices by model pattern, which go before the list prices.</summary>
    public IReadOnlyDictionary<string, ModelPrice>? Prices { get; init; }

    /// <summary>Reads the variables.</summary>
    /// <param name="read">Reads one by name, such as <see cref="Environment.GetEnvironmentVariable(string)"/>.</param>
    public static ModelsOptions FromEnvironment(Func<string, string?> read) => new()
    {
        Model = read("AGENTOS_MODEL"),
        OpenAiKey = read("OPENAI_API_KEY"),
        OpenAiAddress = read("OPENAI_BASE_URL"),
        AnthropicKey = read("ANTHROPIC_API_KEY"),
        AnthropicAddress = read("ANTHROPIC_BASE_URL"),
    };

    /// <summary>Without the keys.</summary>
    public override string ToString() => ModelSetting.Parse(Model).ToString();
}
