using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Shows one product: price, kind, and what is available.</summary>
[Tool("products.show", Effect.Read), Route("GET /api/v1/products/{product}"), Permission("products:read")]
[Description("Shows one product: its price with and without VAT, its category, and how much is available in all.")]
public sealed class ShowProduct(Database db) : ITool<ShowProduct.Input, ProductView>
{
    /// <summary>Which product.</summary>
    public sealed record Input([Description("The product, by name or SKU")] Ref<Product> Product);

    /// <inheritdoc/>
    public async ValueTask<ProductView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var product = await db.FindAsync(input.Product, cancel);
        var available = await db.Set<StockLevel>().Where(l => l.ProductId == product.Id).SumAsync(l => l.OnHand - l.Reserved, cancel);
        return ProductView.Of(product, available);
    }
}
