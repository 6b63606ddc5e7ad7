namespace AgentOS.Host.Terminal;

/// <summary>The terminal's own words.</summary>
internal sealed record ChatWords(string You, string Greeting, string Help, string Begun, string Stopping, string Leaving)
{
    public static ChatWords In(string language) => language == Language.Arabic
        ? new("أنت ›", "تفضل، اكتب وش تبغى. (/help للمساعدة، وCtrl-C مرتين للخروج)",
            "/new محادثة جديدة · /quit خروج · Ctrl-C يوقف الجواب، ومرتين للخروج", "محادثة جديدة.", "جاري الإيقاف… (Ctrl-C مرة ثانية للخروج)", "Ctrl-C مرة ثانية للخروج.")
        : new("you ›", "Say what you need. (/help for help, Ctrl-C twice to leave)",
            "/new begins another conversation · /quit leaves · Ctrl-C stops an answer, twice leaves", "A new conversation.", "Stopping… (Ctrl-C again leaves)", "Ctrl-C again leaves.");
}
