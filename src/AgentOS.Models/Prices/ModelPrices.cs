using System.Collections.Concurrent;
using System.IO.Enumeration;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Prices;

/// <summary>Prices by model pattern (<c>*</c> stands for anything); of several patterns that fit, the longest counts.</summary>
public sealed class ModelPrices
{
    private static readonly Dictionary<string, ModelPrice> ListPrices = new(StringComparer.OrdinalIgnoreCase)
    {
        // The providers' published prices as known in 2025; a deployment sets its own where they have changed.
        ["gpt-4o*"] = new(2.50m, 10m, 1.25m),
        ["gpt-4o-mini*"] = new(0.15m, 0.60m, 0.075m),
        ["gpt-4.1*"] = new(2m, 8m, 0.50m),
        ["gpt-4.1-mini*"] = new(0.40m, 1.60m, 0.10m),
        ["gpt-4.1-nano*"] = new(0.10m, 0.40m, 0.025m),
        ["gpt-5*"] = new(1.25m, 10m, 0.125m),
        ["gpt-5-mini*"] = new(0.25m, 2m, 0.025m),
        ["gpt-5-nano*"] = new(0.05m, 0.40m, 0.005m),
        ["o3*"] = new(2m, 8m, 0.50m),
        ["o4-mini*"] = new(1.10m, 4.40m, 0.275m),
        ["claude-opus-4*"] = new(15m, 75m, 1.50m),
        ["claude-opus-4-5*"] = new(5m, 25m, 0.50m),
        ["claude-sonnet-4*"] = new(3m, 15m, 0.30m),
        ["claude-3-7-sonnet*"] = new(3m, 15m, 0.30m),
        ["claude-3-5-haiku*"] = new(0.80m, 4m, 0.08m),
        ["claude-haiku-4-5*"] = new(1m, 5m, 0.10m),
    };

    private readonly KeyValuePair<string, ModelPrice>[] patterns;
    private readonly ConcurrentDictionary<string, ModelPrice?> known = new(StringComparer.Ordinal);

    /// <param name="own">A deployment's own prices, which go before the list's.</param>
    public ModelPrices(IReadOnlyDictionary<string, ModelPrice>? own = null)
    {
        var all = new Dictionary<string, ModelPrice>(ListPrices, StringComparer.OrdinalIgnoreCase);
        foreach (var (pattern, price) in own ?? new Dictionary<string, ModelPrice>())
            all[pattern] = price;
        patterns = [.. all.OrderByDescending(entry => own?.ContainsKey(entry.Key) == true).ThenByDescending(entry => entry.Key.Length)];
    }

    /// <summary>The price of a model; <see langword="null"/> when none is known.</summary>
    public ModelPrice? Of(string? model)
    {
        if (model is null) return null;
        if (known.TryGetValue(model, out var price)) return price;
        price = Array.Find(patterns, entry => FileSystemName.MatchesSimpleExpression(entry.Key, model)).Value;
        // Names come from providers' answers; a provider that makes them up must not fill the memory.
        if (known.Count < 1000) known[model] = price;
        return price;
    }

    /// <summary>What an answer cost in US dollars; 0 when the model's price is not known.</summary>
    public decimal Cost(string? model, UsageDetails? usage)
    {
        if (usage is null || Of(model) is not { } price) return 0;
        var input = usage.InputTokenCount ?? 0;
        var cached = Math.Clamp(usage.CachedInputTokenCount ?? 0, 0, input);
        return (((input - cached) * price.Input) + (cached * (price.CachedInput ?? price.Input)) + ((usage.OutputTokenCount ?? 0) * price.Output)) / 1_000_000m;
    }
}
