using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Lists suppliers.</summary>
[Tool("suppliers.find", Effect.Read), Route("GET /api/v1/suppliers"), Permission("suppliers:read")]
[Description("Lists suppliers: all, by words of the name or city, or those that have a product, quickest first.")]
public sealed class FindSuppliers(Database db) : ITool<FindSuppliers.Input, SupplierList>
{
    private const int Shown = 10;

    /// <summary>Which suppliers.</summary>
    public sealed record Input(
        [Description("Only those that supply this product")] Ref<Product>? Product = null,
        [Description("Words of the supplier's name or city, in English or Arabic")] string? Text = null);

    /// <inheritdoc/>
    public async ValueTask<SupplierList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var product = input.Product is null ? null : await db.FindAsync(input.Product, cancel);
        var suppliers = db.Set<Supplier>().AsNoTracking();
        if (product is not null) suppliers = suppliers.Where(s => s.Products.Any(p => p.ProductId == product.Id));
        foreach (var word in SearchWords.Of(input.Text))
            suppliers = suppliers.Where(s => NameKey.Of(s.Name + " " + (s.NameArabic ?? "") + " " + (s.City ?? "")).Contains(NameKey.Of(word)));
        var found = await suppliers.Include(s => s.Products).OrderBy(s => s.Name).ToListAsync(cancel);
        var listed = found
            .Select(s => new SupplierSummary(s.Id, s.Number, s.Name, s.NameArabic, s.City, Days(s, product)))
            .OrderBy(s => product is null ? 0 : s.LeadTimeDays).Take(Shown);
        return new SupplierList([.. listed], found.Count, product is null ? null : ProductName.Of(product));
    }

    private static int Days(Supplier supplier, Product? product) =>
        supplier.Products.FirstOrDefault(p => p.ProductId == product?.Id)?.LeadTimeDays ?? supplier.LeadTimeDays;
}
