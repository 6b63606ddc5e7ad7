using System.Globalization;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;

namespace AgentOS.Domain.Demo;

/// <summary>Makes up a year of orders: busy Sundays, quiet Fridays, and twice the orders before and in early Ramadan.</summary>
internal sealed class DemoOrders(Random random, DateOnly today, IReadOnlyList<DemoCustomer> customers)
{
    private const int Wanted = 2000;
    private const int Days = 365;
    private const int OpenDays = 3;
    private static readonly UmAlQuraCalendar Hijri = new();

    public List<DemoOrder> Make()
    {
        var buyers = customers.Select((c, i) => (Customer: c, Index: i)).Where(c => c.Customer.Status is CustomerStatus.Active or CustomerStatus.Inactive).Select(c => c.Index).ToArray();
        var days = Enumerable.Range(1, Days).Select(back => today.AddDays(back - Days - 1)).ToList();
        var whole = days.Sum(Busyness);
        var orders = new List<DemoOrder>();
        var due = 0.0;
        foreach (var day in days)
        {
            due += Busyness(day) / whole * Wanted;
            for (; orders.Count < (int)Math.Round(due); orders.Add(Order(day, buyers)))
            {
            }
        }

        orders.Sort((a, b) => a.At.CompareTo(b.At));
        return orders;
    }

    private DemoOrder Order(DateOnly day, int[] buyers)
    {
        // A few buy often, most now and then.
        var place = (int)(buyers.Length * Math.Pow(random.NextDouble(), 2.2));
        var customer = buyers[place];
        var at = Instant(day, 8 * 60 + random.Next(10 * 60));
        var age = today.DayNumber - day.DayNumber;
        var status = age > OpenDays
            ? random.Next(100) < 4 ? OrderStatus.Cancelled : OrderStatus.Delivered
            : random.Next(8) == 0 ? OrderStatus.Draft : OrderStatus.Confirmed;
        DateTimeOffset? closed = age > OpenDays ? at.AddHours(20 + random.Next(40)) : null;
        var jeddah = customers[customer].City is "Jeddah" or "Makkah" or "Madinah" or "Taif";
        return new DemoOrder(customer, jeddah, at, status, closed, Lines(customers[customer].Segment, status == OrderStatus.Confirmed));
    }

    private string Lines(CustomerSegment segment, bool open)
    {
        var products = DemoProducts.All;
        var chosen = new List<int>();
        for (var wanted = 1 + random.Next(segment == CustomerSegment.Office ? 3 : 4); chosen.Count < wanted;)
        {
            // The first coffees sell best; machines and grinders are bought once in a while, and are left out of what awaits delivery.
            var index = random.Next(100) < 55 ? random.Next(12) : random.Next(products.Count);
            if (chosen.Contains(index) || (products[index].Usual < 2 && (open || random.Next(4) > 0))) continue;
            chosen.Add(index);
        }

        return string.Join(' ', chosen.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}:{Amount(products[i], open)}")));
    }

    // What awaits delivery is small, so that the stock the demo begins with can hold it.
    private int Amount(DemoProduct product, bool open) =>
        open ? 1 + random.Next(Math.Max(1, Math.Min(product.Usual, product.Jeddah / 12))) : 1 + random.Next(product.Usual * 2);

    private static double Busyness(DateOnly day)
    {
        var weight = day.DayOfWeek switch
        {
            DayOfWeek.Sunday => 1.5,
            DayOfWeek.Thursday => 0.8,
            DayOfWeek.Friday => 0.12,
            DayOfWeek.Saturday => 0.5,
            _ => 1.0,
        };
        var date = day.ToDateTime(TimeOnly.MinValue);
        return (Hijri.GetMonth(date), Hijri.GetDayOfMonth(date)) switch
        {
            (8, > 8) or (9, < 12) => weight * 2,
            (9, _) => weight * 1.2,
            (10, < 7) => weight * 0.3,
            _ => weight,
        };
    }

    internal static DateTimeOffset Instant(DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        return new DateTimeOffset(local, DemoCompany.Tenant.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
