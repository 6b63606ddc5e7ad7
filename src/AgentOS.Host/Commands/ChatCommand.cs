using System.CommandLine;
using AgentOS.Host.Terminal;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos chat</c>.</summary>
internal static class ChatCommand
{
    private const string Notes = """
        Examples:
          ./agentos chat                                    talk; Ctrl-C stops an answer, twice leaves
          ./agentos chat --once "show my open opportunities"
          ./agentos chat --once "كم عندنا اسبريسو في الرياض؟"
          ./agentos chat --once "yes" --conversation d1     go on with a conversation
          ./agentos chat --json < lines.txt                 one message a line, events as JSON lines

        With --once and --json the answer is one object: conversation, reply, language, agent, reason,
        usage, tools, and approval where one is awaited (answer it with "yes" or "no").
        In the conversation: /new begins another, /quit leaves, /help says so.
        """;

    public static Command Create()
    {
        var once = new Option<string?>("--once") { Description = "Say this, print the answer, and leave", HelpName = "text" };
        var conversation = new Option<string?>("--conversation") { Description = "Go on with this conversation (or begin it)", HelpName = "id" };
        var agent = new Option<string?>("--agent") { Description = "The agent to begin with (default: the router)", HelpName = "name" };
        var language = new Option<string>("--language") { Description = "The terminal's own words: en or ar", DefaultValueFactory = _ => Language.English };
        language.AcceptOnlyFromAmong(Language.English, Language.Arabic);
        var json = Options.Json();
        var command = new DocumentedCommand("chat", "Talk to the agents in the terminal", Notes) { once, conversation, agent, language, json };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(once) is { } text && string.IsNullOrWhiteSpace(text)) throw new UsageException("--once needs something to say.");
            return await Chat.RunAsync(new ChatWishes
            {
                Once = parsed.GetValue(once),
                Conversation = parsed.GetValue(conversation) ?? $"terminal-{Guid.CreateVersion7():n}",
                Agent = parsed.GetValue(agent),
                Language = parsed.GetValue(language)!,
                Json = parsed.GetValue(json),
                NoColor = parsed.GetValue(Options.NoColor),
            }, cancel);
        });
        return command;
    }
}
