using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding;

/// <summary>An utterance taken apart.</summary>
internal sealed record Utterance(string Text, List<Token> Tokens, List<Values.FoundValue> Values)
{
    /// <summary>The tenant's own names that it has.</summary>
    public IReadOnlyList<NameMatch> Names { get; init; } = [];

    /// <summary>Whether the tenant's names were looked for, so that what is not among <see cref="Names"/> names no record.</summary>
    public bool HasNames { get; init; }

    public string Language => AgentOS.Language.Of(Text);
}

/// <summary>A tool's arguments as an utterance gives them.</summary>
internal sealed record Filled(ToolFrame Frame, JsonObject Arguments, IReadOnlyList<SlotSpan> Spans);

/// <summary>What an utterance asks for.</summary>
/// <param name="Utterance">What was said.</param>
/// <param name="Ranking">The likeliest intents, best first.</param>
internal sealed record Understood(Utterance Utterance, IReadOnlyList<ScoredIntent> Ranking)
{
    public ScoredIntent Best => Ranking[0];
}
