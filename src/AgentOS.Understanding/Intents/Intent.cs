namespace AgentOS.Understanding.Intents;

/// <summary>What an utterance may ask for: a tool, or one of the things of conversation itself.</summary>
internal static class Intent
{
    public const string Greeting = "chat:greeting";
    public const string Thanks = "chat:thanks";
    public const string Goodbye = "chat:goodbye";
    public const string Help = "chat:help";
    public const string Outside = "chat:outside";

    public static bool IsChat(string intent) => intent.StartsWith("chat:", StringComparison.Ordinal);
}

/// <summary>An intent and how likely it is.</summary>
public readonly record struct ScoredIntent(string Name, float Probability);
