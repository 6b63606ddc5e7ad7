using Microsoft.Extensions.Logging;

namespace AgentOS.Models.Fallback;

internal static partial class FallbackLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Provider} could not answer ({Failure}): {Reason}")]
    public static partial void CouldNotAnswer(this ILogger logger, string provider, ModelFailure failure, string reason);

    [LoggerMessage(2, LogLevel.Information, "{Provider} answers in place of those before it")]
    public static partial void FellBack(this ILogger logger, string provider);
}
