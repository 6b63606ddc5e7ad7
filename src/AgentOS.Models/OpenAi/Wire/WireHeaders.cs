using System.ClientModel.Primitives;
using System.Diagnostics.CodeAnalysis;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>The handful of headers that the package sets.</summary>
internal sealed class WireHeaders : PipelineRequestHeaders
{
    /// <summary>As they were set, in order.</summary>
    public List<KeyValuePair<string, string>> All { get; } = new(4);

    public override void Add(string name, string value) => All.Add(new(name, value));

    public override void Set(string name, string value)
    {
        Remove(name);
        Add(name, value);
    }

    public override bool Remove(string name)
    {
        var removed = false;
        for (var i = All.Count - 1; i >= 0; i--)
        {
            if (!Same(All[i], name)) continue;
            All.RemoveAt(i);
            removed = true;
        }

        return removed;
    }

    public override bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
    {
        value = TryGetValues(name, out var values) ? string.Join(',', values) : null;
        return value is not null;
    }

    public override bool TryGetValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        var found = All.Where(header => Same(header, name)).Select(header => header.Value).ToArray();
        values = found.Length == 0 ? null : found;
        return values is not null;
    }

    public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() => All.GetEnumerator();

    private static bool Same(KeyValuePair<string, string> header, string name) => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
