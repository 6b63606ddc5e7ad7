using System.Text.Json.Nodes;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>"show me the last one", "number 3", "open it": shows the record, whatever kind the last reply was about.</summary>
internal static class Shown
{
    private static readonly string[] Verbs = [".show", ".status", ".open"];
    private static readonly HashSet<string> Facets = ["status", "details", "detail", "profile", "info", "حالته", "حالتها", "تفاصيله", "تفاصيلها"];

    /// <summary>The call, or <see langword="null"/> when the message says more than that.</summary>
    public static Step? Take(TurnScope scope, Utterance utterance)
    {
        var said = Remark.Of(scope, utterance).Rest.Tokens;
        var at = Phrases.Leading(said, "show");
        var pointing = said.Skip(at).Where(t => t.Kind != TokenKind.Mark && !Facets.Contains(t.Norm)).ToList();
        if (pointing.Count is 0 or > 4 || at == 0 && pointing.TrueForAll(t => Phrases.IsFiller(t.Norm))) return null;
        if (ReferenceWords.Canonical(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pointing), w => Phrases.IsFiller(w)) is not { } pointer) return null;
        if (Entity(scope) is not { } entity) return null;
        if (pointer != ReferenceWords.It && scope.Focus.Latest.Count(m => m.Entity == entity) < 2) return null;
        if (Frames(scope).FirstOrDefault(f => f.Arguments is [{ Kind: ArgumentKind.Reference } only] && only.Entity == entity) is not { } frame) return null;
        var arguments = new JsonObject { [frame.Arguments[0].Path] = pointer };
        Pointers.Settle(scope, frame, arguments);
        return Requests.CallOrAsk(scope, frame, arguments);
    }

    /// <summary>The kind of record that the last reply showed first, or that the last call was about.</summary>
    private static string? Entity(TurnScope scope) => scope.Focus.Latest.Count > 0
        ? scope.Focus.Latest[0].Entity
        : scope.Turn is { PreviousIsFresh: true, Previous: { } previous } ? scope.Model.FrameOfFunction(previous.Call.Name)?.Arguments.FirstOrDefault(a => a.Kind == ArgumentKind.Reference && previous.Arguments().ContainsKey(a.Path))?.Entity : null;

    private static IEnumerable<ToolFrame> Frames(TurnScope scope) =>
        scope.Abilities.Reachable.Where(t => Verbs.Any(v => t.EndsWith(v, StringComparison.Ordinal))).Select(t => scope.Model.Frame(t)).OfType<ToolFrame>().Where(f => f.Tool.Effect == Effect.Read);
}
