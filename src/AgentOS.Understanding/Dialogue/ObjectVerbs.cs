using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>In Arabic a verb carries its object, and a noun its owner: أهّلها is "qualify her", طلباتهم "their orders".</summary>
internal static class ObjectVerbs
{
    private static readonly (string Suffix, string Said)[] Objects = [("ها", "هذه"), ("هم", "هذا"), ("ه", "هذا")];
    private static readonly string[] Steering = ["interjection", "yes", "no", "addition"];

    /// <summary>The request with the object as a word of its own, where it begins with a verb that requests begin with.</summary>
    public static Utterance Apart(TurnScope scope, Utterance said)
    {
        if (Opening(said.Tokens) is not { } at || Phrases.Leading(said.Tokens, "all", at) > 0 || Phrases.Leading(said.Tokens, "both", at) > 0) return said;
        var token = said.Tokens[at];
        if (!ReferenceWords.HasObject(token.Norm) || ReferenceWords.IsPronoun(token.Norm)) return said;
        foreach (var (suffix, meant) in Objects)
        {
            if (!token.Norm.EndsWith(suffix, StringComparison.Ordinal) || !scope.Model.Opens(token.Norm[..^suffix.Length])) continue;
            return scope.Read($"{said.Text[..token.Start]}{token.Norm[..^suffix.Length]} {meant}{said.Text[token.End..]}");
        }

        return said;
    }

    /// <summary>Whether some word speaks of somebody who was spoken of before: كلمناهم, طلباتهم, سعرها.</summary>
    public static bool PointsBack(TurnScope scope, Utterance said) => said.Tokens.Exists(t =>
        t.Kind == TokenKind.Word && t.Norm.Length > 4 && Folding.IsArabic(t.Norm[0]) && !scope.Model.Vocabulary.IsName(t.Norm)
        && (t.Norm.EndsWith("هم", StringComparison.Ordinal) || t.Norm.EndsWith("ها", StringComparison.Ordinal)));

    /// <summary>Whether it speaks of people: their orders, we called them.</summary>
    public static bool PointsAtPeople(TurnScope scope, Utterance said) => said.Tokens.Exists(t =>
        t.Kind == TokenKind.Word && t.Norm.Length > 4 && t.Norm.EndsWith("هم", StringComparison.Ordinal) && Folding.IsArabic(t.Norm[0]) && !scope.Model.Vocabulary.IsName(t.Norm) && !t.Norm.StartsWith("كل", StringComparison.Ordinal));

    /// <summary>The first word that does not merely steer the conversation.</summary>
    private static int? Opening(List<Token> tokens)
    {
        var at = 0;
        while (at < tokens.Count)
        {
            var skipped = tokens[at].Kind == TokenKind.Mark ? 1 : Steering.Max(k => Phrases.Leading(tokens, k, at));
            if (skipped == 0) return tokens[at].Kind == TokenKind.Word ? at : null;
            at += skipped;
        }

        return null;
    }
}
