namespace AgentOS.Models.Prices;

/// <summary>What a model costs, in US dollars per million tokens.</summary>
/// <param name="Input">Tokens read.</param>
/// <param name="Output">Tokens written.</param>
/// <param name="CachedInput">Tokens read from the provider's cache; <see langword="null"/> when they cost what others do.</param>
public sealed record ModelPrice(decimal Input, decimal Output, decimal? CachedInput = null);
