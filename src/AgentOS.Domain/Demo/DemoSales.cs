using AgentOS.Domain.Crm;

namespace AgentOS.Domain.Demo;

/// <summary>Makes up leads, deals, conversations and things to do.</summary>
internal sealed class DemoSales(Random random, DateOnly today, IReadOnlyList<DemoCustomer> customers)
{
    private const int Globex = 1;
    private const int Leads = 45;
    private const int Deals = 40;
    private const int OfSara = 12;

    private static readonly (string Title, string Arabic)[] Titles =
    [
        ("annual coffee supply", "توريد قهوة سنوي"), ("machine rental", "تأجير مكائن"), ("new branch set-up", "تجهيز فرع جديد"),
        ("office coffee corner", "ركن قهوة المكتب"), ("Ramadan gift boxes", "صناديق هدايا رمضان"), ("barista training", "تدريب باريستا"),
    ];

    private static readonly string[] Summaries =
    [
        "Asked for the new price list", "Happy with the last delivery", "Wants samples of the single origins", "Asked about delivery on Thursdays",
        "Complained about a late delivery", "Discussed a yearly contract", "Wants training for two baristas", "يبغون عرض سعر جديد", "طلبوا عينات من القهوة", "راضين عن آخر توصيلة",
    ];

    private static readonly string[] Notes = ["Send the price list", "Call about the contract", "Ask how the samples tasted", "Agree on a delivery day", "أرسل عرض السعر", "اتصل بخصوص العقد"];

    public List<DemoLead> MakeLeads(DemoCustomers people) => [.. Enumerable.Range(0, Leads).Select(i =>
    {
        var name = people.PersonName();
        var steps = i % 3;
        return new DemoLead(
            name, "", $"{Pick(["Al Reef", "Noble", "Silk Road", "Sand Dune", "Pearl Bay", "Cedar"])} {Pick(["Lounge", "Studio", "Group", "Hospitality", "Towers"])} {i + 1}",
            people.Phone(), people.City(), Pick(Enum.GetValues<LeadSource>()), steps == 0 ? null : 500m * random.Next(10, 120), steps, i % 3, today.AddDays(-random.Next(1, 90)));
    })];

    /// <summary>Globex has the first, and no other; Sara has the first dozen of the open ones.</summary>
    public List<DemoDeal> MakeDeals()
    {
        var deals = new List<DemoDeal>
        {
            new(Globex, "annual coffee supply", "توريد قهوة سنوي", 120_000m, OpportunityStage.Proposal, today.AddDays(24), 0, today.AddDays(-40), null),
        };
        var places = Enumerable.Range(2, customers.Count - 2).Where(i => customers[i].Status is CustomerStatus.Active or CustomerStatus.Prospect).ToArray();
        random.Shuffle(places);
        foreach (var place in places.Take(Deals - 1))
        {
            var (title, arabic) = Pick(Titles);
            bool? won = deals.Count < Deals - 8 ? null : deals.Count % 3 > 0;
            var stage = Pick([OpportunityStage.Qualification, OpportunityStage.NeedsAnalysis, OpportunityStage.Proposal, OpportunityStage.Negotiation]);
            var owner = deals.Count < OfSara ? 0 : 1 + (deals.Count % 2);
            var close = won is null ? today.AddDays(random.Next(3, 120)) : today.AddDays(-random.Next(5, 60));
            deals.Add(new DemoDeal(place, title, arabic, 1000m * random.Next(8, 180), stage, close, owner, today.AddDays(-random.Next(61, 160)), won));
        }

        return deals;
    }

    public List<DemoTalk> MakeTalks() => [.. Enumerable.Range(0, 240).Select(i =>
    {
        var customer = i < 3 ? i : random.Next(customers.Count);
        var summary = random.Next(Summaries.Length);
        Sentiment? mood = summary switch { 1 or 9 => Sentiment.Positive, 4 => Sentiment.Negative, 5 => null, _ => Sentiment.Neutral };
        var kind = Pick([InteractionKind.Call, InteractionKind.Call, InteractionKind.Meeting, InteractionKind.Email, InteractionKind.Chat]);
        return new DemoTalk(
            customer, kind, random.Next(2) == 0, mood, Summaries[summary],
            DemoOrders.Instant(today.AddDays(-random.Next(1, 180)), 9 * 60 + random.Next(480)), customers[customer].Owner);
    })];

    public List<DemoTask> MakeTasks() => [.. Enumerable.Range(0, 30).Select(_ =>
    {
        var customer = random.Next(2, customers.Count);
        return new DemoTask(customer, Pick(Notes), today.AddDays(random.Next(-4, 21)), customers[customer].Owner);
    })];

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
