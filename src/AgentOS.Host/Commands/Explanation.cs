using AgentOS.Data;
using AgentOS.Host.Composition;
using AgentOS.Host.Web.Errors;
using AgentOS.Knowledge.Benchmarks;
using AgentOS.Knowledge.Index;
using AgentOS.Models;
using AgentOS.Models.Settings;
using AgentOS.Tools;
using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.ModelFiles;

namespace AgentOS.Host.Commands;

/// <summary>One clear message for whatever ended a command.</summary>
internal static class Explanation
{
    public static bool Debugging { get; } = Environment.GetEnvironmentVariable("AGENTOS_DEBUG") is { Length: > 0 } and not "0";

    public static string Of(Exception exception) => Debugging ? exception.ToString() : Message(exception);

    private static string Message(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Message(only),
        UsageException or SettingsException or ModelSettingException or ToolException or ModelException or DatabaseUnavailableException or CorpusException or ModelFileException or CollectionException or IndexUnavailableException => exception.Message,
        // Mistakes in files that people write: their messages begin with file and line.
        _ when IsMistake(exception) => exception.Message,
        UnauthorizedAccessException => $"{exception.Message} Check the rights of the folder.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException inner } => $"{inner.Message} Choose another with --port.",
        _ => Failure.Of(exception) is { Code: not "internal" } failure
            ? failure.Message
            : $"Unexpected: {exception.GetType().Name}: {exception.Message} (AGENTOS_DEBUG=1 shows the trace)",
    };

    private static bool IsMistake(Exception exception) =>
        exception.GetType().Namespace is { } place && place.StartsWith("AgentOS.Runtime.", StringComparison.Ordinal);
}
