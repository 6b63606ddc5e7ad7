namespace AgentOS.Runtime.Pipeline;

/// <summary>What the pipeline itself has to say.</summary>
internal static class PipelinePhrases
{
    public static string AgainQuestion(string outcome, string language) => language == Language.Arabic
        ? $"هذا سويناه قبل شوي في نفس المحادثة. لو كررناه:\n{outcome}\nنكرره مرة ثانية؟ (نعم / لا)"
        : $"This was already done in this conversation. Doing it again would mean:\n{outcome}\nDo it again? (yes / no)";

    public static string DoItQuestion(string outcome, string language) => language == Language.Arabic
        ? $"لو سويناه:\n{outcome}\nنسويه؟ (نعم / لا)"
        : $"It would mean:\n{outcome}\nDo it? (yes / no)";

    /// <summary>Says of a call what may have come from what others wrote, and not from the person.</summary>
    public static string Unsaid(IReadOnlyList<string> unsaid, string language) => (language == Language.Arabic, unsaid.Count) switch
    {
        (true, 0) => "انتبه: قرينا في هذه المحادثة كلام كتبه غيرك. تأكد إن هذا طلبك أنت.",
        (true, _) => $"انتبه: قرينا في هذه المحادثة كلام كتبه غيرك، وهذي أشياء ما جت منك: {string.Join("، ", unsaid)}",
        (false, 0) => "Careful: texts by others were read in this conversation. Make sure that this is your own wish.",
        _ => $"Careful: texts by others were read in this conversation, and this was not said by you: {string.Join(", ", unsaid)}",
    };
}
