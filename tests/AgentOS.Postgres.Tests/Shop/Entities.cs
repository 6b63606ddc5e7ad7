using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Postgres.Tests.Shop;

internal enum ItemKind
{
    WholeBean,
    GroundCoffee,
}

internal sealed record ItemPriced(Money Price) : IDomainEvent;

internal sealed record ItemListed(string Name) : IDomainEvent;

[Referable(nameof(Number), nameof(Name), nameof(NameAr))]
internal sealed class Item : Aggregate
{
    public string Number { get; set; } = "";

    public string Name { get; set; } = "";

    public string? NameAr { get; set; }

    public ItemKind Kind { get; set; }

    public Money Price { get; private set; } = Money.Zero("SAR");

    public Money? Discount { get; set; }

    public DateOnly? Harvest { get; set; }

    public DateTimeOffset ListedAt { get; set; } = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public List<string> Tags { get; set; } = [];

    public static Item List(string number, string name, string? nameAr, decimal price)
    {
        var item = new Item { Number = number, Name = name, NameAr = nameAr, Price = new Money(price, "SAR") };
        item.Raise(new ItemListed(name));
        return item;
    }

    public void Reprice(decimal price)
    {
        Price = new Money(price, "SAR");
        Raise(new ItemPriced(Price));
    }
}

internal sealed class Shelf : Aggregate
{
    public Guid ItemId { get; set; }

    [Commutative]
    public decimal OnHand { get; set; }
}

internal sealed class Basket : Aggregate
{
    public string Owner { get; set; } = "";

    public List<BasketLine> Lines { get; } = [];
}

internal sealed class BasketLine : Entity
{
    public Guid BasketId { get; set; }

    public Guid ItemId { get; set; }

    public int Quantity { get; set; }
}

internal sealed class Note : Entity
{
    public string Text { get; set; } = "";
}
