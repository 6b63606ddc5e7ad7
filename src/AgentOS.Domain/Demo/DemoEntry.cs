using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Identity;
using AgentOS.Tools;

namespace AgentOS.Domain.Demo;

/// <summary>Enters the demo company's facts as people would: through the domain's rules, oldest first.</summary>
internal sealed class DemoEntry(Database db, DemoData data, DateTimeOffset now)
{
    private static readonly Principal[] Sellers = [DemoCompany.Sara, DemoCompany.Omar, DemoCompany.Layla];

    private readonly List<Product> products = [];
    private readonly List<Customer> customers = [];
    private readonly Dictionary<(bool Jeddah, Guid Product), StockLevel> levels = [];
    private Warehouse riyadh = null!;
    private Warehouse jeddah = null!;

    public async Task WriteAsync(CancellationToken cancel)
    {
        Catalogue();
        await SuppliersAsync(cancel);
        await CustomersAsync(cancel);
        await OrdersAsync(cancel);
        await LeadsAsync(cancel);
        await DealsAsync(cancel);
        await TalksAsync(cancel);
    }

    private void Catalogue()
    {
        riyadh = Warehouse.Open("RUH", "Riyadh", "الرياض", "Riyadh");
        jeddah = Warehouse.Open("JED", "Jeddah", "جدة", "Jeddah");
        db.AddRange(riyadh, jeddah);
        foreach (var fact in data.Products)
        {
            var product = Product.List(fact.Sku, fact.Name, fact.NameArabic, fact.Category, fact.Unit, Riyals(fact.Price));
            products.Add(product);
            levels[(false, product.Id)] = StockLevel.Keep(product, riyadh, fact.Riyadh, fact.Reorder);
            levels[(true, product.Id)] = StockLevel.Keep(product, jeddah, fact.Jeddah, Math.Ceiling(fact.Reorder / 3m));
        }

        db.AddRange(products);
        db.AddRange(levels.Values);
    }

    private async Task SuppliersAsync(CancellationToken cancel)
    {
        var numbers = await DemoNumbers.TakeAsync(db, "SUP", 4, data.Suppliers.Count, cancel);
        foreach (var fact in data.Suppliers)
        {
            var supplier = Supplier.Add(numbers.Dequeue(), fact.Name, fact.NameArabic, fact.Phone, fact.Email, fact.City, fact.Days);
            foreach (var sku in fact.Supplies.Split(' ')) supplier.Supplies(products.First(p => p.Sku == sku));
            db.Add(supplier);
        }
    }

    private async Task CustomersAsync(CancellationToken cancel)
    {
        var numbers = await DemoNumbers.TakeAsync(db, "CUST", 5, data.Customers.Count, cancel);
        foreach (var fact in data.Customers)
        {
            var details = new NewCustomer(fact.Name)
            {
                NameArabic = fact.NameArabic,
                Status = fact.Status,
                Details = new CustomerDetails { City = fact.City, Segment = fact.Segment, Email = fact.Email, Phone = fact.Phone },
            };
            var customer = Customer.Create(numbers.Dequeue(), details, Sellers[fact.Owner].Owner(), Morning(fact.Since));
            if (fact.Contact is not null) customer.AddContact(fact.Contact, fact.Role, fact.Phone, null, primary: true);
            customers.Add(customer);
        }

        db.AddRange(customers);
    }

    private async Task OrdersAsync(CancellationToken cancel)
    {
        var numbers = await DemoNumbers.TakeAsync(db, "SO", 4, data.Orders.Count, cancel);
        var byId = products.ToDictionary(p => p.Id);
        var stock = levels.GroupBy(l => l.Key.Jeddah).ToDictionary(g => g.Key, g => g.ToDictionary(l => l.Key.Product, l => l.Value));
        var orders = new List<Aggregate>(data.Orders.Count);
        foreach (var fact in data.Orders)
        {
            var warehouse = fact.Jeddah ? jeddah : riyadh;
            var customer = customers[fact.Customer];
            var order = SalesOrder.Draft(customer.Id, warehouse, [.. fact.Items().Select(i => (products[i.Product], (decimal)i.Quantity))], fact.At);
            var number = numbers.Dequeue();
            orders.Add(order);
            if (fact.Closed is { } closed)
            {
                order.Import(number, fact.Status == OrderStatus.Delivered, closed < now ? closed : now);
                continue;
            }

            order.Enter(number);
            if (fact.Status != OrderStatus.Confirmed) continue;
            orders.AddRange(order.Confirm(warehouse, byId, stock[fact.Jeddah], fact.At));
            customer.Bought();
        }

        db.AddRange(orders);
    }

    private async Task LeadsAsync(CancellationToken cancel)
    {
        var numbers = await DemoNumbers.TakeAsync(db, "LEAD", 5, data.Leads.Count, cancel);
        foreach (var fact in data.Leads)
        {
            var details = new LeadDetails(fact.Name) { Company = fact.Company, Phone = fact.Phone, City = fact.City, Source = fact.Source };
            var lead = Lead.Create(numbers.Dequeue(), details, Sellers[fact.Owner].Owner(), Morning(fact.Since));
            if (fact.Steps > 0) lead.Contact();
            if (fact is { Steps: > 1, Budget: { } budget }) lead.Qualify(Riyals(budget));
            db.Add(lead);
        }
    }

    private async Task DealsAsync(CancellationToken cancel)
    {
        var numbers = await DemoNumbers.TakeAsync(db, "OPP", 5, data.Deals.Count, cancel);
        foreach (var fact in data.Deals)
        {
            var details = new OpportunityDetails(Riyals(fact.Amount), fact.Close) { Title = fact.Title, TitleArabic = fact.TitleArabic, Stage = fact.Stage };
            var deal = Opportunity.Open(numbers.Dequeue(), customers[fact.Customer], details, Sellers[fact.Owner].Owner(), Morning(fact.Since));
            if (fact.Won is { } won) deal.Close(won, won ? "Liked the tasting" : "Price", Morning(fact.Close));
            db.Add(deal);
        }
    }

    private async Task TalksAsync(CancellationToken cancel)
    {
        var numbers = await DemoNumbers.TakeAsync(db, "FUP", 5, data.Tasks.Count, cancel);
        foreach (var fact in data.Talks)
        {
            var details = new InteractionDetails(fact.Kind, fact.Summary, fact.At)
            {
                Direction = fact.Inbound ? InteractionDirection.Inbound : InteractionDirection.Outbound,
                Sentiment = fact.Sentiment,
            };
            db.Add(Interaction.Log(customers[fact.Customer], null, details, Sellers[fact.Owner].Owner(), now));
        }

        foreach (var fact in data.Tasks)
        {
            var planned = data.Today.AddDays(-10);
            var task = FollowUp.Schedule(
                numbers.Dequeue(), customers[fact.Customer], new FollowUpDetails(fact.Due, fact.Note), Sellers[fact.Owner].Owner(), planned, Morning(planned));
            db.Add(task);
        }
    }

    private static Money Riyals(decimal amount) => new(amount, DemoCompany.Currency);

    private static DateTimeOffset Morning(DateOnly day) => DemoOrders.Instant(day, 9 * 60);
}
