using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Tools;

namespace AgentOS.Domain.Tests.Erp;

/// <summary>A small company to try rules on.</summary>
internal sealed class Shop
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public Shop(decimal espresso = 100, decimal grinders = 10)
    {
        Riyadh = Warehouse.Open("RUH", "Riyadh", "الرياض", "Riyadh");
        Jeddah = Warehouse.Open("JED", "Jeddah", "جدة", "Jeddah");
        Espresso = Product.List("ESP-1KG", "Espresso Blend", "خلطة اسبريسو", ProductCategory.Coffee, ProductUnit.Bag, Sar(92));
        Grinder = Product.List("GRD-01", "Coffee Grinder", "مطحنة قهوة", ProductCategory.Grinders, ProductUnit.Piece, Sar(1450));
        EspressoInRiyadh = StockLevel.Keep(Espresso, Riyadh, espresso, 20);
        GrindersInRiyadh = StockLevel.Keep(Grinder, Riyadh, grinders, 5);
        EspressoInJeddah = StockLevel.Keep(Espresso, Jeddah, 10, 20);
        Contoso = Customer.Create(
            "CUST-00001", new NewCustomer("Contoso") { NameArabic = "كونتوسو" }, new Owner(Guid.CreateVersion7(), "Sara"), Now);
    }

    public Warehouse Riyadh { get; }

    public Warehouse Jeddah { get; }

    public Product Espresso { get; }

    public Product Grinder { get; }

    public StockLevel EspressoInRiyadh { get; }

    public StockLevel GrindersInRiyadh { get; }

    public StockLevel EspressoInJeddah { get; }

    public Customer Contoso { get; }

    public Dictionary<Guid, Product> Products => new() { [Espresso.Id] = Espresso, [Grinder.Id] = Grinder };

    public Dictionary<Guid, StockLevel> InRiyadh => new() { [Espresso.Id] = EspressoInRiyadh, [Grinder.Id] = GrindersInRiyadh };

    public Dictionary<Guid, StockLevel> ById => new() { [EspressoInRiyadh.Id] = EspressoInRiyadh, [GrindersInRiyadh.Id] = GrindersInRiyadh };

    public object[] All => [Riyadh, Jeddah, Espresso, Grinder, EspressoInRiyadh, GrindersInRiyadh, EspressoInJeddah, Contoso];

    public SalesOrder Draft(params (Product, decimal)[] items)
    {
        var order = SalesOrder.Draft(Contoso.Id, Riyadh, items, Now);
        order.Enter("SO-1001");
        return order;
    }

    public IReadOnlyList<Reservation> Confirm(SalesOrder order) => order.Confirm(Riyadh, Products, InRiyadh, Now);

    public static Money Sar(decimal amount) => new(amount, "SAR");
}
