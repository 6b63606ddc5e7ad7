using System.Text.Json;
using AgentOS.Identity;
using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>Rebuilds a conversation from its journal.</summary>
internal static class ConversationReplay
{
    public static void Apply(Conversation conversation, Principal principal, IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            conversation.Sequence = entry.Sequence;
            Apply(conversation, principal, entry);
        }
    }

    private static void Apply(Conversation conversation, Principal principal, JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case JournalKind.UserMessage:
                var said = TurnPayload.Read<UserMessagePayload>(entry);
                conversation.Begin(new OpenTurn(entry.Turn, principal, said.Language, said.MessageId));
                conversation.Agent = said.Agent ?? conversation.Agent;
                conversation.Messages.Add(new ChatMessage(ChatRole.User, said.Text));
                break;
            case JournalKind.ModelMessage:
                conversation.ModelSequence = entry.Sequence;
                conversation.Messages.Add(TurnPayload.Read<ChatMessage>(entry));
                break;
            case JournalKind.ToolResults:
                AddResults(conversation, TurnPayload.Read<ToolResultsPayload>(entry));
                break;
            case JournalKind.ApprovalRequested:
                var requested = TurnPayload.Read<ApprovalRequestedPayload>(entry);
                conversation.Awaited = new AwaitedApproval(requested.Approval, requested.CallId, requested.Fingerprint);
                break;
            case JournalKind.ApprovalAnswered:
                var answered = TurnPayload.Read<ApprovalAnsweredPayload>(entry);
                if (answered.Approved is null)
                {
                    conversation.Overtake();
                    break;
                }

                var turn = conversation.Open;
                if (turn?.Id != entry.Turn) turn = conversation.Begin(new OpenTurn(entry.Turn, principal, answered.Language, answered.MessageId), goesOn: true);
                if (conversation.Awaited is { } awaited) turn.Answered = (awaited, answered.Approved == true);
                conversation.Awaited = null;
                break;
            case JournalKind.HandOff:
                conversation.Agent = TurnPayload.Read<HandOffPayload>(entry).To;
                if (conversation.Messages is [.., { Contents: [FunctionCallContent] }]) conversation.Messages.RemoveAt(conversation.Messages.Count - 1);
                break;
            case JournalKind.CallStarted:
                conversation.Open?.Started.Add(TurnPayload.Read<CallStartedPayload>(entry).CallId);
                break;
            case JournalKind.TurnEnded:
                conversation.End(entry.Turn, TurnPayload.Read<TurnEndedPayload>(entry));
                break;
            default:
                throw new JsonException($"Journal entry {entry.Sequence} of {entry.Conversation} is of the unknown kind {entry.Kind}.");
        }
    }

    private static void AddResults(Conversation conversation, ToolResultsPayload payload)
    {
        conversation.AddResults(payload.Message);
        if (payload.QuotesOthers) conversation.OthersReadIn = conversation.Turns;
        foreach (var mentions in payload.Mentions) conversation.Focus = conversation.Focus.With(mentions);
        foreach (var write in payload.Writes) conversation.Remember(write);
        if (conversation.Open is not { } open) return;
        foreach (var result in payload.Message.Contents.OfType<FunctionResultContent>())
        {
            open.Started.Remove(result.CallId);
            if (open.Answered?.Approval.CallId == result.CallId) open.Answered = null;
        }
    }
}
