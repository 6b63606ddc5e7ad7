namespace AgentOS.Domain.Crm;

/// <summary>Names deals after their customers, since that is how people speak of them: "the Globex deal".</summary>
internal static class OpportunityName
{
    public static string Of(Customer customer, string? title) => Join(customer.Name, title, customer.Name + " deal");

    public static string InArabic(Customer customer, string? title)
    {
        var name = customer.NameArabic ?? customer.Name;
        return Join(name, title, "صفقة " + name);
    }

    private static string Join(string customer, string? title, string untitled)
    {
        title = Words.Optional(title, "title", Longest.Name - 3 - Math.Min(customer.Length, Longest.Name / 2));
        if (title is null) return untitled;
        return title.Contains(customer, StringComparison.OrdinalIgnoreCase) ? title : $"{customer} – {title}";
    }
}
