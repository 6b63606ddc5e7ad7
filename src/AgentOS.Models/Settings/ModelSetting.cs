namespace AgentOS.Models.Settings;

/// <summary>Which models answer, in order: the first, then those to fall back to.</summary>
/// <param name="Chain">At least one.</param>
public sealed record ModelSetting(IReadOnlyList<ModelChoice> Chain)
{
    /// <summary>The name of the model that needs no provider.</summary>
    public const string Embedded = "embedded";

    private const string Forms = "Write 'embedded', 'openai:<model>' or 'anthropic:<model>', or several with commas between, such as 'openai:gpt-4o,embedded'.";

    /// <summary>Reads a setting such as <c>openai:gpt-4o,embedded</c>; nothing means the embedded model.</summary>
    /// <exception cref="ModelSettingException">It is not of that form.</exception>
    public static ModelSetting Parse(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return new ModelSetting([new ModelChoice(Embedded, "")]);
        var chain = setting.Split(',', StringSplitOptions.TrimEntries).Select(part => Choice(part, setting)).ToArray();
        if (chain.Distinct().Count() < chain.Length) throw new ModelSettingException($"AGENTOS_MODEL='{setting}' names a model twice. {Forms}");
        return new ModelSetting(chain);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Chain);

    private static ModelChoice Choice(string part, string setting)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var provider = (colon < 0 ? part : part[..colon]).Trim().ToLowerInvariant();
        var model = colon < 0 ? "" : part[(colon + 1)..].Trim();
        return (provider, model) switch
        {
            (Embedded, "") => new ModelChoice(Embedded, ""),
            ("openai" or "anthropic", { Length: > 0 }) => new ModelChoice(provider, model),
            ("openai" or "anthropic", _) => throw new ModelSettingException($"AGENTOS_MODEL='{setting}' names no model after '{provider}'. {Forms}"),
            ("", _) => throw new ModelSettingException($"AGENTOS_MODEL='{setting}' has an empty part. {Forms}"),
            _ => throw new ModelSettingException($"AGENTOS_MODEL='{setting}' names '{part}', which is no known provider. {Forms} For another OpenAI-compatible server use 'openai:<model>' and set OPENAI_BASE_URL."),
        };
    }
}

/// <summary>One model of one provider.</summary>
/// <param name="Provider"><c>openai</c>, <c>anthropic</c> or <c>embedded</c>.</param>
/// <param name="Model">The provider's name of the model; empty for the embedded one.</param>
public sealed record ModelChoice(string Provider, string Model)
{
    /// <inheritdoc/>
    public override string ToString() => Model.Length == 0 ? Provider : $"{Provider}:{Model}";
}

/// <summary>The settings of the models are wrong; the message says which and what to set.</summary>
public sealed class ModelSettingException(string message) : Exception(message);
