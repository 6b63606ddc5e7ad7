using Microsoft.Extensions.Logging;

namespace AgentOS.Runtime.Turns;

internal static partial class TurnLog
{
    [LoggerMessage(10, LogLevel.Error, "A turn of conversation {Conversation} failed")]
    public static partial void TurnFailed(ILogger log, Exception failure, string conversation);
}
