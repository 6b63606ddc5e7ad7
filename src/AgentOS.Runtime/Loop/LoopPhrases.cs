using AgentOS.Turns;

namespace AgentOS.Runtime.Loop;

/// <summary>What the loop itself has to say when no model does.</summary>
internal static class LoopPhrases
{
    public const string AnswerNow = "Do not call any more tools. Tell the person briefly, in their language, what was found and done and what is still open.";

    public static string Ended(TurnEnd reason, string language) => (reason, language) switch
    {
        (TurnEnd.LimitReached, Language.Arabic) => "وصلت للحد المسموح قبل ما أكمل. قسّم الطلب أو جرّب مرة ثانية.",
        (TurnEnd.LimitReached, _) => "I reached the limit for one request before I was done. Ask for a smaller part of it, or try again.",
        (_, Language.Arabic) => "ما قدرت أكمل هذا الطلب. جرّب تقوله بطريقة ثانية.",
        _ => "I could not get any further with this. Please try saying it another way.",
    };

    public static string OutOfTime(string language) => language == Language.Arabic
        ? "أخذ الطلب وقتاً أطول من المسموح فأوقفته. جرّب مرة ثانية."
        : "This took longer than allowed, so I stopped. Please try again.";
}
