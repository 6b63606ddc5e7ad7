namespace AgentOS.Understanding.Training;

/// <summary>Phrases of conversation itself, and of what is out of scope, with their intents.</summary>
internal static class ChatPhrases
{
    public static IReadOnlyList<(string Intent, string Text)> All { get; } =
    [
        .. new[] { Language.English, Language.Arabic }
            .SelectMany(language => BuiltIn.Read<Dictionary<string, List<string>>>($"chat.{language}.yaml"))
            .SelectMany(p => p.Value.Select(text => ($"chat:{p.Key}", text))),
    ];
}
