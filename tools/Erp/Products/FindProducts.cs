using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Lists products by words of their name, or by kind.</summary>
[Tool("products.find", Effect.Read), Route("GET /api/v1/products"), Permission("products:read")]
[Description("Lists what the company sells, by words of the name or SKU, or by category; with prices.")]
public sealed class FindProducts(Database db) : ITool<FindProducts.Input, ProductList>
{
    private const int Shown = 10;

    /// <summary>What to look for; nothing for all.</summary>
    public sealed record Input(
        [Description("Words of the product's name or SKU, in English or Arabic")] string? Text = null,
        [Description("The kind of product")] ProductCategory? Category = null);

    /// <inheritdoc/>
    public async ValueTask<ProductList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var products = db.Set<Product>().AsNoTracking().Where(p => p.Active);
        if (input.Category is { } category) products = products.Where(p => p.Category == category);
        foreach (var word in SearchWords.Of(input.Text))
            products = products.Where(p => NameKey.Of(p.Sku + " " + p.Name + " " + p.NameArabic).Contains(NameKey.Of(word)));
        var found = await products.OrderBy(p => p.Name)
            .Select(p => new { Product = p, Available = db.Set<StockLevel>().Where(l => l.ProductId == p.Id).Sum(l => l.OnHand - l.Reserved) })
            .Take(Shown).ToListAsync(cancel);
        var count = found.Count < Shown ? found.Count : await products.CountAsync(cancel);
        return new ProductList([.. found.Select(f => ProductView.Of(f.Product, f.Available))], count);
    }
}
