using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>How a product is called.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sku">Its SKU.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="NameArabic">Its name in Arabic.</param>
/// <param name="Unit">What one of it is.</param>
public sealed record ProductName(Guid Id, string Sku, string Name, string NameArabic, ProductUnit Unit)
{
    internal Mention Mention => new(nameof(Product), Id, $"{Name} ({Sku})");

    internal static ProductName Of(Product product) => new(product.Id, product.Sku, product.Name, product.NameArabic, product.Unit);
}

/// <summary>How a warehouse is called.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="NameArabic">Its name in Arabic.</param>
public sealed record WarehouseName(Guid Id, string Code, string Name, string NameArabic)
{
    internal Mention Mention => new(nameof(Warehouse), Id, $"{Name} ({Code})");

    internal static WarehouseName Of(Warehouse warehouse) => new(warehouse.Id, warehouse.Code, warehouse.Name, warehouse.NameArabic);
}

/// <summary>How a customer is called.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameArabic">Its name in Arabic, when known.</param>
public sealed record CustomerName(Guid Id, string Number, string Name, string? NameArabic)
{
    internal Mention Mention => new(nameof(Customer), Id, $"{Name} ({Number})");

    internal static CustomerName Of(Customer customer) => new(customer.Id, customer.Number, customer.Name, customer.NameArabic);
}
