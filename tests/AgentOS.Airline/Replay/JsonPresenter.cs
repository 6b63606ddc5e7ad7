using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Airline.Replay;

/// <summary>The recorded model reads data and nobody reads sentences, so there are none.</summary>
internal sealed class JsonPresenter : IPresenter
{
    public string Say(string template, string? fallback, JsonElement data, string language) => template;
}
