using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Understanding.Text;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Functions without examples (another server's tools): called only when the request names what they do and they need at most one text.</summary>
internal static class ForeignFunctions
{
    private static readonly HashSet<string> Weak = ["the", "a", "an", "of", "for", "to", "in", "on", "and", "is", "are", "me", "my", "please", "get", "show", "what", "with", "by", "or", "it", "from", "that", "this"];

    /// <summary>A function whose name is said in words that our own tools do not use.</summary>
    public static Step.Foreign? MatchNamed(TurnScope scope, Utterance utterance) =>
        Match([.. scope.Abilities.Foreign.Where(f => Tokenizer.Tokenize(f.Name.Replace('_', ' ')).Any(t => t.Kind == TokenKind.Word && !scope.Model.Vocabulary.Knows(t.Norm) && utterance.Tokens.Exists(u => u.Norm == t.Norm)))], utterance);

    public static Step.Foreign? Match(IReadOnlyList<AIFunctionDeclaration> functions, Utterance utterance)
    {
        var said = utterance.Tokens.Where(t => t.Kind == TokenKind.Word).Select(t => t.Norm).Where(w => !Weak.Contains(w)).Select(Root).ToHashSet();
        var best = functions
            .Select(f => (Function: f, Name: Words(f.Name), Described: Words(f.Description)))
            .Select(f => (f.Function, f.Name, Score: (2 * f.Name.Count(said.Contains)) + f.Described.Count(d => said.Contains(d) && !f.Name.Contains(d)), Complete: f.Name.Count > 0 && f.Name.All(said.Contains)))
            .Where(f => f.Complete || f.Score >= 4)
            .OrderByDescending(f => f.Score)
            .FirstOrDefault();
        return best.Function is { } function && Arguments(function, utterance, best.Name) is { } arguments ? new Step.Foreign(function.Name, arguments) : null;
    }

    private static JsonObject? Arguments(AIFunctionDeclaration function, Utterance utterance, HashSet<string> name)
    {
        if (!function.JsonSchema.TryGetProperty("required", out var required) || required.ValueKind != JsonValueKind.Array || required.GetArrayLength() == 0) return [];
        if (required.GetArrayLength() > 1 || required[0].GetString() is not { } argument) return null;
        if (!function.JsonSchema.GetProperty("properties").TryGetProperty(argument, out var schema) || !schema.TryGetProperty("type", out var type)) return null;
        if (type.ValueKind != JsonValueKind.String) return null;
        if (type.GetString() is "number" or "integer")
            return utterance.Values.FirstOrDefault(v => v.Kind == Values.ValueKind.Number).Value is decimal number ? new JsonObject { [argument] = number } : null;
        if (type.GetString() != "string") return null;
        var last = utterance.Tokens.FindLastIndex(t => name.Contains(Root(t.Norm)));
        while (last + 1 < utterance.Tokens.Count && (Weak.Contains(utterance.Tokens[last + 1].Norm) || utterance.Tokens[last + 1].Kind == TokenKind.Mark)) last++;
        var rest = last + 1 < utterance.Tokens.Count ? utterance.Text[utterance.Tokens[last + 1].Start..].Trim(' ', '?', '.', '"') : "";
        return rest.Length > 0 ? new JsonObject { [argument] = rest } : null;
    }

    private static HashSet<string> Words(string? text) =>
        [.. Tokenizer.Tokenize((text ?? "").Replace('_', ' ').Replace('.', ' ')).Where(t => t.Kind == TokenKind.Word && !Weak.Contains(t.Norm)).Select(t => Root(t.Norm))];

    private static string Root(string word) => Stem.Of(word).ToString();
}
