using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>A product with its price and what is available of it.</summary>
/// <param name="Product">How it is called.</param>
/// <param name="Category">Its kind.</param>
/// <param name="Price">Price of a unit, without VAT.</param>
/// <param name="PriceWithVat">Price of a unit, VAT included.</param>
/// <param name="Active">Whether it may be sold.</param>
/// <param name="Available">Units that can be promised, over all warehouses.</param>
public sealed record ProductView(ProductName Product, ProductCategory Category, Money Price, Money PriceWithVat, bool Active, decimal Available) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [Product.Mention];

    internal static ProductView Of(Product product, decimal available) =>
        new(ProductName.Of(product), product.Category, product.Price, product.Price + Vat.On(product.Price), product.Active, available);
}

/// <summary>Products that fit.</summary>
/// <param name="Products">The first ones, by name.</param>
/// <param name="Count">How many fit in all.</param>
public sealed record ProductList(IReadOnlyList<ProductView> Products, int Count) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Products.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Products.Select(p => p.Product.Mention);
}
