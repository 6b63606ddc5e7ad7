namespace AgentOS.Host.Web;

/// <summary>The language of replies: the first of <c>Accept-Language</c> that we speak, else English.</summary>
internal static class RequestLanguage
{
    public static string Language(this HttpContext context)
    {
        foreach (var wish in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1))
        {
            if (wish.Value.StartsWith(AgentOS.Language.Arabic, StringComparison.OrdinalIgnoreCase)) return AgentOS.Language.Arabic;
            if (wish.Value.StartsWith(AgentOS.Language.English, StringComparison.OrdinalIgnoreCase)) return AgentOS.Language.English;
        }

        return AgentOS.Language.English;
    }
}
