using System.CommandLine;
using System.Text;
using AgentOS.Host.Commands;
using AgentOS.Host.Commands.Knowledge;
using AgentOS.Host.Commands.Tuning;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var agentos = new RootCommand("A conversational CRM and ERP: say what you need, agents do it through typed tools.")
{
    Options.NoColor,
    ServeCommand.Create(),
    ChatCommand.Create(),
    SeedCommand.Create(),
    ToolsCommand.Create(),
    AgentsCommand.Create(),
    McpCommand.Create(),
    KeysCommand.Create(),
    DbCommand.Create(),
    KnowledgeCommand.Create(),
    UnderstandingCommand.Create(),
    VersionCommand.Create(),
};
return await CommandLine.RunAsync(agentos, args);
