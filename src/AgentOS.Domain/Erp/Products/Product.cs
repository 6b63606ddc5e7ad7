using AgentOS.Tools;

namespace AgentOS.Domain.Erp;

/// <summary>Something the company sells.</summary>
[Referable(nameof(Sku), nameof(Name), nameof(NameArabic))]
public sealed class Product : Aggregate
{
    private Product()
    {
    }

    /// <summary>Stock keeping unit, such as <c>ESP-1KG</c>; unique.</summary>
    public string Sku { get; private set; } = "";

    /// <summary>Name in English.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in Arabic.</summary>
    public string NameArabic { get; private set; } = "";

    /// <summary>The kind of thing it is.</summary>
    public ProductCategory Category { get; private set; }

    /// <summary>What one of it is.</summary>
    public ProductUnit Unit { get; private set; }

    /// <summary>Price of one unit, without VAT.</summary>
    public Money Price { get; private set; }

    /// <summary>Whether it may be sold.</summary>
    public bool Active { get; private set; }

    /// <summary>Puts a product on the list.</summary>
    public static Product List(string sku, string name, string nameArabic, ProductCategory category, ProductUnit unit, Money price)
    {
        if (price.Amount < 0) throw Refusals.NegativePrice(price);
        var product = new Product { Sku = sku, Name = name, NameArabic = nameArabic, Category = category, Unit = unit, Price = price, Active = true };
        product.Raise(new ProductListed(sku, name, nameArabic, category, unit, price));
        return product;
    }

    /// <summary>Changes the price of a unit; orders placed before keep theirs.</summary>
    public void Reprice(Money price)
    {
        if (price.Amount < 0) throw Refusals.NegativePrice(price);
        if (price == Price) return;
        Raise(new ProductRepriced(Price, price));
        Price = price;
    }

    /// <summary>Takes it off the list; it can no longer be ordered.</summary>
    public void Discontinue()
    {
        if (!Active) return;
        Active = false;
        Raise(new ProductDiscontinued());
    }

    /// <summary>Refuses when it may not be sold.</summary>
    public void MustBeForSale()
    {
        if (!Active) throw Refusals.NotForSale(this);
    }
}

/// <summary>Kinds of products.</summary>
public enum ProductCategory
{
    /// <summary>Roasted coffee.</summary>
    Coffee,

    /// <summary>Grinders.</summary>
    Grinders,

    /// <summary>Machines and brewers.</summary>
    Machines,

    /// <summary>Cups and lids.</summary>
    Cups,

    /// <summary>Syrups and sauces.</summary>
    Syrups,

    /// <summary>Filters, scales, cleaning and the like.</summary>
    Accessories,
}

/// <summary>What one of a product is.</summary>
public enum ProductUnit
{
    /// <summary>A bag of coffee.</summary>
    Bag,

    /// <summary>A single thing.</summary>
    Piece,

    /// <summary>A bottle.</summary>
    Bottle,

    /// <summary>A box of many.</summary>
    Box,
}

/// <summary>A product was put on the list.</summary>
public sealed record ProductListed(string Sku, string Name, string NameArabic, ProductCategory Category, ProductUnit Unit, Money Price) : IDomainEvent;

/// <summary>A product's price changed.</summary>
public sealed record ProductRepriced(Money Before, Money After) : IDomainEvent;

/// <summary>A product was taken off the list.</summary>
public sealed record ProductDiscontinued : IDomainEvent;
