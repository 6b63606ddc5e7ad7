using AgentOS.Host.Commands;
using AgentOS.Host.Composition;
using AgentOS.Host.Web.Chat;
using AgentOS.Host.Web.Errors;
using AgentOS.Identity;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Host.Terminal;

/// <summary>A conversation on standard input and output.</summary>
internal sealed class Chat(IConversations conversations, Principal principal, ChatWishes wishes, TextReader input, TextWriter output)
{
    private readonly Screen screen = Screen.Create(wishes.NoColor);
    private readonly ChatWords words = ChatWords.In(wishes.Language);
    private readonly bool interactive = !Console.IsInputRedirected && !wishes.Json;
    private string conversation = wishes.Conversation;

    public static async Task<int> RunAsync(ChatWishes wishes, CancellationToken cancel)
    {
        ConversationEndpoints.CheckId(wishes.Conversation);
        await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel, converses: true);
        var chat = new Chat(agentos.Get<IConversations>(), await agentos.OwnerAsync(cancel), wishes, Console.In, Console.Out);
        return await chat.RunAsync();
    }

    public async Task<int> RunAsync()
    {
        using var interrupts = new Interrupts(TimeProvider.System, words, screen.Dim);
        if (wishes.Once is { } once) return await SayAsync(once, interrupts) ? 0 : CommandLine.Failed;
        if (interactive) screen.Dim(words.Greeting);
        var allWell = true;
        while (!interrupts.Leave.IsCancellationRequested)
        {
            if (interactive) screen.Prompt(words.You);
            var line = await ReadAsync(interrupts.Leave);
            if (line is null || line.Trim() is "/quit" or "/exit") break;
            if (string.IsNullOrWhiteSpace(line) || IsCommand(line.Trim())) continue;
            allWell &= await SayAsync(line, interrupts);
        }

        if (interactive) screen.Dim($"./agentos chat --conversation {conversation}");
        return allWell || interactive ? 0 : CommandLine.Failed;
    }

    private async Task<bool> SayAsync(string text, Interrupts interrupts)
    {
        var lines = wishes.Json ? new TurnLines(output, conversation, whole: wishes.Once is not null) : null;
        var view = new TurnView(screen, steps: screen.Rich);
        try
        {
            ConversationEndpoints.CheckText(text);
            var message = new IncomingMessage(principal, conversation, text, wishes.Agent);
            var result = await interrupts.RunAsync(cancel => conversations.SayAsync(message, (ITurnObserver?)lines ?? view, cancel));
            if (lines is not null) lines.Show(result);
            else view.Show(result);
            return result.Reason != TurnEnd.Failed;
        }
        catch (OperationCanceledException)
        {
            lines?.Problem("cancelled", "The turn was stopped.");
            return false;
        }
        catch (Exception exception)
        {
            var message = Explanation.Of(exception);
            if (lines is not null) lines.Problem(exception is ToolException refusal ? refusal.Code : Failure.Of(exception).Code, message);
            else if (interactive) screen.Problem(message);
            else await Console.Error.WriteLineAsync("agentos: " + message);
            return false;
        }
    }

    private bool IsCommand(string line)
    {
        switch (line)
        {
            case "/new":
                conversation = $"terminal-{Guid.CreateVersion7():n}";
                screen.Dim(words.Begun);
                return true;
            case "/help":
                screen.Dim(words.Help);
                return true;
            default:
                return false;
        }
    }

    // Reading a terminal cannot be cancelled; leaving does not wait for it.
    private async Task<string?> ReadAsync(CancellationToken leave)
    {
        try
        {
            return await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(leave);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
