using System.Globalization;
using System.Runtime.CompilerServices;
using AgentOS.Identity;
using AgentOS.Runtime.Presentation;
using HandlebarsDotNet;

namespace AgentOS.Runtime.Prompts;

/// <summary>What an agent is told, with blanks for who speaks and when.</summary>
public sealed class Prompt
{
    /// <summary>What a prompt may speak of.</summary>
    internal static readonly string[] Variables =
        ["tenant", "user", "currency", "timeZone", "weekStart", "date", "isoDate", "language", "arabic"];

    private readonly Lazy<HandlebarsTemplate<object, object>> template;
    private readonly ConditionalWeakTable<Principal, Rendered> latest = [];

    internal Prompt(string name, string version, IReadOnlyList<string> labels, Func<HandlebarsTemplate<object, object>> compile)
    {
        Name = name;
        Version = version;
        Labels = labels;
        template = new Lazy<HandlebarsTemplate<object, object>>(compile);
    }

    /// <summary>Its name, which is its file's.</summary>
    public string Name { get; }

    /// <summary>Its version, kept with what was said under it.</summary>
    public string Version { get; }

    /// <summary>Marks such as <c>production</c>.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>
    /// Fills in the blanks. The text stays the same for a person all day, so that providers can keep what they have read of it.
    /// </summary>
    public string Render(Principal principal, DateTimeOffset now, string language)
    {
        var today = principal.Tenant.DateOf(now);
        if (latest.TryGetValue(principal, out var known) && known.Date == today && known.Language == language) return known.Text;
        var text = template.Value(Facts(principal, today, language)).Trim();
        latest.AddOrUpdate(principal, new Rendered(today, language, text));
        return text;
    }

    private static Dictionary<string, object?> Facts(Principal principal, DateOnly today, string language) => new()
    {
        ["tenant"] = principal.Tenant.Name,
        ["user"] = principal.Name,
        ["currency"] = principal.Tenant.Currency,
        ["timeZone"] = principal.Tenant.TimeZone.Id,
        ["weekStart"] = principal.Tenant.WeekStart.ToString(),
        ["date"] = Words.Date(today, AgentOS.Language.English),
        ["isoDate"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["language"] = language == AgentOS.Language.Arabic ? "Arabic" : "English",
        ["arabic"] = language == AgentOS.Language.Arabic,
    };

    private sealed record Rendered(DateOnly Date, string Language, string Text);
}
