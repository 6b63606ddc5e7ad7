namespace AgentOS.Domain.Erp;

/// <summary>Who the company buys from.</summary>
[Referable(nameof(Number), nameof(Name), nameof(NameArabic))]
public sealed class Supplier : Aggregate
{
    private readonly List<SuppliedProduct> products = [];

    private Supplier()
    {
    }

    /// <summary>Number, such as <c>SUP-0001</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Name in English, or as it was given.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in Arabic.</summary>
    public string? NameArabic { get; private set; }

    /// <summary>Telephone number as people write it.</summary>
    public string? Phone { get; private set; }

    /// <summary>Mail address.</summary>
    public string? Email { get; private set; }

    /// <summary>City.</summary>
    public string? City { get; private set; }

    /// <summary>Days from order to arrival, unless a product has its own.</summary>
    public int LeadTimeDays { get; private set; }

    /// <summary>What it supplies.</summary>
    public IReadOnlyList<SuppliedProduct> Products => products;

    /// <summary>Adds a supplier.</summary>
    public static Supplier Add(string number, string name, string? nameArabic, string? phone, string? email, string? city, int leadTimeDays)
    {
        var supplier = new Supplier
        {
            Number = number,
            Name = name,
            NameArabic = nameArabic,
            Phone = phone,
            Email = email,
            City = city,
            LeadTimeDays = leadTimeDays is >= 0 and <= 365 ? leadTimeDays : throw Refusals.InvalidLeadTime(leadTimeDays),
        };
        supplier.Raise(new SupplierAdded(number, name, nameArabic, leadTimeDays));
        return supplier;
    }

    /// <summary>Notes that it supplies a product, with the days it takes when they differ.</summary>
    public void Supplies(Product product, int? leadTimeDays = null)
    {
        if (leadTimeDays is < 0 or > 365) throw Refusals.InvalidLeadTime(leadTimeDays.Value);
        if (products.Any(p => p.ProductId == product.Id)) return;
        products.Add(new SuppliedProduct(Id, product.Id, leadTimeDays ?? LeadTimeDays));
        Raise(new ProductSupplied(product.Id, leadTimeDays ?? LeadTimeDays));
    }
}

/// <summary>A product that a supplier has.</summary>
public sealed class SuppliedProduct : Entity
{
    private SuppliedProduct()
    {
    }

    internal SuppliedProduct(Guid supplier, Guid product, int leadTimeDays) =>
        (SupplierId, ProductId, LeadTimeDays) = (supplier, product, leadTimeDays);

    /// <summary>The supplier.</summary>
    public Guid SupplierId { get; private set; }

    /// <summary>The product.</summary>
    public Guid ProductId { get; private set; }

    /// <summary>Days from order to arrival.</summary>
    public int LeadTimeDays { get; private set; }
}

/// <summary>A supplier was added.</summary>
public sealed record SupplierAdded(string Number, string Name, string? NameArabic, int LeadTimeDays) : IDomainEvent;

/// <summary>A supplier began to supply a product.</summary>
public sealed record ProductSupplied(Guid Product, int LeadTimeDays) : IDomainEvent;
