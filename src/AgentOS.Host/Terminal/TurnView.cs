using AgentOS.Turns;

namespace AgentOS.Host.Terminal;

/// <summary>Shows a turn as it happens, for a person at a terminal.</summary>
internal sealed class TurnView(Screen screen, bool steps) : ITurnObserver
{
    public ValueTask OnAsync(TurnEvent step, CancellationToken cancel)
    {
        switch (step)
        {
            case TurnEvent.ToolStarted started when steps:
                screen.Dim($"· {started.Tool} {started.Arguments.GetRawText()}");
                break;
            case TurnEvent.ToolFinished { Succeeded: false } finished when steps:
                screen.Dim($"· {finished.Tool}: not done");
                break;
            case TurnEvent.HandedOff handed when steps:
                screen.Dim($"· {handed.To} goes on");
                break;
        }

        return ValueTask.CompletedTask;
    }

    public void Show(TurnResult result)
    {
        if (result.Approval is { } approval) screen.Changes(approval);
        screen.Say(result.Reply);
    }
}
