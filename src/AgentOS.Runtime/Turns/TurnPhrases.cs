namespace AgentOS.Runtime.Turns;

/// <summary>What a turn itself has to say when no agent can.</summary>
internal static class TurnPhrases
{
    public static string Cancelled(string language) => language == Language.Arabic
        ? "تم الإيقاف. اللي خلص قبل الإيقاف محفوظ."
        : "Stopped. What was done before that is kept.";

    public static string NoModel(string problem, string language) => language == Language.Arabic
        ? $"ما قدر النموذج يرد الحين، ولا شيء ضاع. جرّب بعد شوي.\n{problem}"
        : $"The model could not answer just now; nothing is lost. Try again in a moment.\n{problem}";
}
