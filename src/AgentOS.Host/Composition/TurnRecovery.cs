using AgentOS.Host.Identity;
using AgentOS.Runtime.Turns;
using AgentOS.Turns;

namespace AgentOS.Host.Composition;

/// <summary>Goes on with turns whose process was killed: at the start, and now and then for those of other nodes.</summary>
internal sealed partial class TurnRecovery(IOpenTurns open, Conversations conversations, IIdentities people, TimeProvider clock, ILogger<TurnRecovery> log) : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rest, clock);
        do
        {
            try
            {
                foreach (var turn in await open.ClaimAsync(AtOnce, stoppingToken)) await ResumeAsync(turn, stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ResumeAsync(OpenTurn turn, CancellationToken cancel)
    {
        if (await people.FindAsync(turn.Tenant, turn.User, cancel) is not { } principal) return;
        await conversations.ResumeAsync(principal, turn.Conversation, cancel);
        LogResumed(turn.Turn, turn.Conversation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn {Turn} of conversation {Conversation} was cut off and has been finished.")]
    private partial void LogResumed(Guid turn, string conversation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turns that were cut off could not be taken up; they will be tried again.")]
    private partial void LogFailed(Exception failed);
}
