using AgentOS.Tools;
using AgentOS.Understanding;

namespace AgentOS.Host.Composition;

/// <summary>The embedded model of this copy: learnt from the tools' examples once, and kept for later starts.</summary>
internal static partial class KeptUnderstanding
{
    public static EmbeddedUnderstanding Make(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILogger<EmbeddedUnderstanding>>();
        return Of(services.GetRequiredService<IToolCatalog>(), services.GetRequiredService<HostSettings>(), reason => LogLearning(log, reason));
    }

    public static EmbeddedUnderstanding Of(IToolCatalog catalog, HostSettings settings, Action<string>? tell) =>
        EmbeddedUnderstanding.Keep(catalog, Path.Combine(settings.Home, "understanding"), tell: tell);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason}")]
    private static partial void LogLearning(ILogger log, string reason);
}
