namespace AgentOS.Runtime.Pipeline;

/// <summary>What the pipeline itself has to say.</summary>
internal static class PipelinePhrases
{
    public static string AgainQuestion(string outcome, string language) => language == Language.Arabic
        ? $"هذا سويناه قبل شوي في نفس المحادثة. لو كررناه:\n{outcome}\nنكرره مرة ثانية؟ (نعم / لا)"
        : $"This was already done in this conversation. Doing it again would mean:\n{outcome}\nDo it again? (yes / no)";
}
