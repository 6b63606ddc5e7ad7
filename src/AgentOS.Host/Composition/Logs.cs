using AgentOS.Host.Commands;
using Microsoft.Extensions.Logging.Console;

namespace AgentOS.Host.Composition;

/// <summary>Logs go to standard error: standard output belongs to answers, and to protocols.</summary>
internal static class Logs
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        // Keys are protected by the rights of their folder, which is what this category warns about.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.SetMinimumLevel(Explanation.Debugging ? LogLevel.Information : LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
