using System.CommandLine;

namespace AgentOS.Host.Commands;

/// <summary>Runs a command line. Whatever goes wrong comes out as one message and an exit code.</summary>
internal static class CommandLine
{
    public const int Failed = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        HelpText.AddTo(root);
        var parsed = root.Parse(arguments.Length == 0 ? ["serve"] : arguments);
        // Who asks for help need not know yet what is required.
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpText)
        {
            var command = string.Join(' ', parsed.CommandResult.Path());
            var problem = parsed.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is not known here." : parsed.Errors[0].Message;
            await Console.Error.WriteLineAsync($"agentos: {problem}\nSee '{command} --help'.");
            return WrongUsage;
        }

        try
        {
            // Each command minds Ctrl-C itself; the library's own handling would kill it after two seconds.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync("agentos: " + Explanation.Of(exception));
            return exception is UsageException ? WrongUsage : Failed;
        }
    }

    private static IEnumerable<string> Path(this System.CommandLine.Parsing.CommandResult result)
    {
        var names = new Stack<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = result; at is not null; at = at.Parent)
            if (at is System.CommandLine.Parsing.CommandResult { Command: var command }) names.Push(command is RootCommand ? "./agentos" : command.Name);
        return names;
    }
}

/// <summary>The command line asks for something that cannot be.</summary>
internal sealed class UsageException(string message) : Exception(message);
