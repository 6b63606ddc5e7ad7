using Microsoft.Extensions.Logging;

namespace AgentOS.Runtime.Pipeline;

internal static partial class PipelineLog
{
    [LoggerMessage(1, LogLevel.Error, "Tool {Tool} failed (reference {Reference})")]
    public static partial void CallFailed(ILogger log, Exception failure, string tool, string reference);
}
