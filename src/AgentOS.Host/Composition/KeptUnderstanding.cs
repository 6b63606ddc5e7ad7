using AgentOS.Tools;
using AgentOS.Understanding;

namespace AgentOS.Host.Composition;

/// <summary>The embedded model of this copy: learnt from the tools' examples once, and kept for later starts.</summary>
internal static partial class KeptUnderstanding
{
    public static EmbeddedUnderstanding Make(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILogger<EmbeddedUnderstanding>>();
        var folder = Path.Combine(services.GetRequiredService<HostSettings>().Home, "understanding");
        return EmbeddedUnderstanding.Keep(services.GetRequiredService<IToolCatalog>(), folder, tell: reason => LogLearning(log, reason));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason}")]
    private static partial void LogLearning(ILogger log, string reason);
}
