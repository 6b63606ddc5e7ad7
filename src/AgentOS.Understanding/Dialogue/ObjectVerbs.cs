using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>In Arabic a verb carries its object, and a noun its owner: أهّلها is "qualify her", طلباتهم "their orders".</summary>
internal static class ObjectVerbs
{
    private static readonly (string Suffix, string Said)[] Objects = [("ها", "هذه"), ("هم", "هذا"), ("ه", "هذا")];
    private static readonly string[] Steering = ["interjection", "yes", "no", "addition"];

    /// <summary>The request with the object as a word of its own, and in a question the owner too, where what they are written onto is known without them.</summary>
    public static Utterance Apart(TurnScope scope, Utterance said)
    {
        var (opening, asks) = (Opening(said.Tokens), Phrases.Asks(said));
        for (var i = 0; i < said.Tokens.Count; i++)
        {
            var token = said.Tokens[i];
            if (!ReferenceWords.HasObject(token.Norm) || ReferenceWords.IsPronoun(token.Norm) || Phrases.Leading(said.Tokens, "all", i) > 0 || Phrases.Leading(said.Tokens, "both", i) > 0) continue;
            var apart = (i == opening ? Verb(scope, token.Norm) : null) ?? (asks ? Owned(scope, token.Norm) : null);
            if (apart is not null) return scope.Read($"{said.Text[..token.Start]}{apart}{said.Text[token.End..]}");
        }

        return said;
    }

    /// <summary>Whether it says nothing but the tool's verb with an object: after "cancel order 7", الغه.</summary>
    public static bool IsOnly(TurnScope scope, string tool, Utterance said) =>
        said.Tokens.FindAll(t => t.Kind != TokenKind.Mark) is [{ Kind: TokenKind.Word } only] && ReferenceWords.HasObject(only.Norm)
        && Verb(scope, only.Norm) is { } apart && scope.Model.Opens(tool, Tokenizer.Tokenize(apart));

    /// <summary>Whether it speaks of people who were spoken of before: their orders, we called them.</summary>
    public static bool PointsAtPeople(Utterance said) => said.Tokens.Exists(t => t.Kind == TokenKind.Word && ReferenceWords.IsPronoun(t.Norm) && t.Norm.EndsWith("هم", StringComparison.Ordinal));

    private static string? Verb(TurnScope scope, string word)
    {
        foreach (var (suffix, meant) in Objects)
            if (word.EndsWith(suffix, StringComparison.Ordinal) && scope.Model.Opens(word[..^suffix.Length])) return $"{word[..^suffix.Length]} {meant}";
        return null;
    }

    /// <summary>طلباتهم, كلمناهم, حالته: a word that is known without its ending, which in the construct state has ت for ه.</summary>
    private static string? Owned(TurnScope scope, string word)
    {
        foreach (var (suffix, meant) in Objects)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal) || word.Length - suffix.Length < 3) continue;
            var bare = word[..^suffix.Length];
            if (bare[^1] == 'ت' && scope.Model.Vocabulary.Knows(bare[..^1] + "ه")) return $"{bare[..^1]}ه {meant}";
            if (suffix == "هم" && scope.Model.Vocabulary.Knows(bare)) return $"{bare} لهم";
        }

        return null;
    }

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
