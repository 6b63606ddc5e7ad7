using AgentOS.Airline.Recording;
using AgentOS.Runtime.Turns;
using AgentOS.Turns;

namespace AgentOS.Airline.Replay;

/// <summary>Says what the recorded user said, turn by turn.</summary>
internal sealed class Driver(Conversations conversations, IJournal journal)
{
    /// <summary>More than any recorded conversation has.</summary>
    private const int MostTurns = 1000;

    /// <summary>
    /// Plays a conversation to its end, or to the first question for a person's approval.
    /// One that was cut off is gone on with where its journal ends.
    /// </summary>
    public async Task<IReadOnlyList<TurnResult>> PlayAsync(RecordedConversation recording)
    {
        var principal = Tenants.Of(recording);
        var id = $"conversation-{recording.Index}";
        var said = (await journal.ReadAsync(principal, id, MostTurns, CancellationToken.None)).Count(e => e.Kind == JournalKind.UserMessage);
        var turns = Turns(recording);
        List<TurnResult> results = [];
        // The last one said may not have been answered; said again with its id, it is the same turn.
        for (var turn = Math.Max(0, said - 1); turn < turns.Count; turn++)
        {
            var result = await conversations.SayAsync(new IncomingMessage(principal, id, turns[turn], MessageId: $"message-{turn}"), null, CancellationToken.None);
            results.Add(result);
            if (result.Reason == TurnEnd.AwaitingApproval) break;
            if (result.Reason != TurnEnd.Answered) throw new InvalidOperationException($"{recording}: turn {turn} ended with {result.Reason}: {result.Reply}");
        }

        return results;
    }

    /// <summary>What the user said; the recorded goodbye is not said, since nobody answers it.</summary>
    private static List<string> Turns(RecordedConversation recording) =>
        [.. recording.Messages.SkipLast(1).Where(m => m.Role == "user").Select(m => m.Text)];
}
