namespace AgentOS.Domain.Demo;

/// <summary>The demo company's data as plain facts. The same seed and day give the same facts.</summary>
public sealed class DemoData
{
    private const int UsualSeed = 20260101;

    private DemoData(Random random, DateOnly today)
    {
        var people = new DemoCustomers(random, today);
        Today = today;
        Customers = people.Make();
        Orders = new DemoOrders(random, today, Customers).Make();
        var sales = new DemoSales(random, today, Customers);
        Leads = sales.MakeLeads(people);
        Deals = sales.MakeDeals();
        Talks = sales.MakeTalks();
        Tasks = sales.MakeTasks();
    }

    /// <summary>The day that the data ends with.</summary>
    public DateOnly Today { get; }

    /// <summary>What is sold.</summary>
    public IReadOnlyList<DemoProduct> Products { get; } = DemoProducts.All;

    /// <summary>From whom it is bought.</summary>
    public IReadOnlyList<DemoSupplier> Suppliers { get; } = DemoProducts.Suppliers;

    /// <summary>Who buys.</summary>
    public IReadOnlyList<DemoCustomer> Customers { get; }

    /// <summary>A year of orders, oldest first.</summary>
    public IReadOnlyList<DemoOrder> Orders { get; }

    /// <summary>Who may buy.</summary>
    public IReadOnlyList<DemoLead> Leads { get; }

    /// <summary>Deals, open and closed.</summary>
    public IReadOnlyList<DemoDeal> Deals { get; }

    /// <summary>Calls, meetings, mails.</summary>
    public IReadOnlyList<DemoTalk> Talks { get; }

    /// <summary>Follow-ups.</summary>
    public IReadOnlyList<DemoTask> Tasks { get; }

    /// <summary>Makes the facts up.</summary>
    public static DemoData Create(DateOnly today, int seed = UsualSeed) => new(new Random(seed), today);
}
