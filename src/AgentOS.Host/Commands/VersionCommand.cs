using System.CommandLine;
using System.Runtime.InteropServices;
using AgentOS.Host.Composition;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand("version", "Say which version this is", "");
        command.SetAction(_ =>
        {
            Console.WriteLine($"AgentOS {Product.Version} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})");
            return 0;
        });
        return command;
    }
}
