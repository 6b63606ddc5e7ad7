namespace AgentOS.Domain.Crm;

/// <summary>Names deals after their customers, since that is how people speak of them: "the Globex deal", "صفقة غلوبكس".</summary>
internal static class OpportunityName
{
    public static string Of(Customer customer, string? title) => Join(customer.Name, $"{customer.Name} deal", title);

    public static string InArabic(Customer customer, string? title)
    {
        var name = customer.NameArabic ?? customer.Name;
        return Join(name, $"صفقة {name}", title);
    }

    private static string Join(string customer, string deal, string? title)
    {
        const string dash = " – ";
        if (deal.Length > Longest.Name / 2) deal = deal[..(Longest.Name / 2)];
        title = Words.Optional(title, "title", Longest.Name - deal.Length - dash.Length);
        if (title is null) return deal;
        return title.Contains(customer, StringComparison.OrdinalIgnoreCase) ? title : deal + dash + title;
    }
}
