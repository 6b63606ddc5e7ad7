using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>A product that a supplier has.</summary>
/// <param name="Product">The product.</param>
/// <param name="LeadTimeDays">Days from order to arrival.</param>
public sealed record SuppliedView(ProductName Product, int LeadTimeDays);

/// <summary>A supplier with its products.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameArabic">Its name in Arabic, when known.</param>
/// <param name="Phone">Telephone number.</param>
/// <param name="Email">Mail address.</param>
/// <param name="City">City.</param>
/// <param name="LeadTimeDays">Days from order to arrival, unless a product has its own.</param>
/// <param name="Products">What it supplies.</param>
public sealed record SupplierView(
    Guid Id, string Number, string Name, string? NameArabic, string? Phone, string? Email, string? City, int LeadTimeDays,
    IReadOnlyList<SuppliedView> Products) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [new(nameof(Supplier), Id, $"{Name} ({Number})"), .. Products.Select(p => p.Product.Mention)];

    internal static SupplierView Of(Supplier supplier, IReadOnlyDictionary<Guid, Product> products) => new(
        supplier.Id, supplier.Number, supplier.Name, supplier.NameArabic, supplier.Phone, supplier.Email, supplier.City, supplier.LeadTimeDays,
        [.. supplier.Products.Select(p => new SuppliedView(ProductName.Of(products[p.ProductId]), p.LeadTimeDays)).OrderBy(p => p.Product.Name, StringComparer.Ordinal)]);
}

/// <summary>A supplier in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameArabic">Its name in Arabic, when known.</param>
/// <param name="City">City.</param>
/// <param name="LeadTimeDays">Days from order to arrival: of the product asked about, or in general.</param>
public sealed record SupplierSummary(Guid Id, string Number, string Name, string? NameArabic, string? City, int LeadTimeDays);

/// <summary>Suppliers that fit.</summary>
/// <param name="Suppliers">The first ones; the quickest first when a product was asked about.</param>
/// <param name="Count">How many fit in all.</param>
/// <param name="Product">The product that was asked about.</param>
public sealed record SupplierList(IReadOnlyList<SupplierSummary> Suppliers, int Count, ProductName? Product) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Suppliers.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Suppliers.Select(s => new Mention(nameof(Supplier), s.Id, $"{s.Name} ({s.Number})"));
}
