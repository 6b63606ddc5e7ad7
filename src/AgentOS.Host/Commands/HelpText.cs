using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AgentOS.Host.Commands;

/// <summary>The generated help, followed by the command's examples.</summary>
internal sealed class HelpText(HelpAction generated) : SynchronousCommandLineAction
{
    private const string Everywhere = """
        Environment:
          AGENTOS_MODEL                who thinks: embedded (default), openai:gpt-4.1, anthropic:claude-sonnet-4-5 …
          ConnectionStrings__Postgres  a PostgreSQL 15+ to use instead of the private one under .agentos/
          AGENTOS_HOME                 where this copy keeps its things (default: .agentos in the project's folder)
          AGENTOS_SEED                 'no' starts without the demo company's data
          AGENTOS_ALLOWED_HOSTS        host names the server may be addressed by, besides localhost
          AGENTOS_DEBUG                '1' shows traces with errors, and more in the log
          NO_COLOR                     no colours (as --no-color)

        Settings can also stand in agentos.json in the project's folder; the environment wins.

        Exit codes: 0 done · 1 it failed, and the message says why · 2 the command line was wrong
        """;

    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpText((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        generated.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.WriteLine(text.ToString().Replace(RootCommand.ExecutableName, "./agentos", StringComparison.Ordinal).TrimEnd() + Environment.NewLine);
        switch (parseResult.CommandResult.Command)
        {
            case DocumentedCommand command:
                output.WriteLine(command.Notes);
                break;
            case RootCommand:
                output.WriteLine(Everywhere);
                break;
        }

        return 0;
    }
}
