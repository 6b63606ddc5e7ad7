using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Shows a supplier.</summary>
[Tool("suppliers.show", Effect.Read), Route("GET /api/v1/suppliers/{supplier}"), Permission("suppliers:read")]
[Description("Shows a supplier: how to reach it, what it supplies, and how long that takes.")]
public sealed class ShowSupplier(Database db) : ITool<ShowSupplier.Input, SupplierView>
{
    /// <summary>Which supplier.</summary>
    public sealed record Input([Description("The supplier, by name or number")] Ref<Supplier> Supplier);

    /// <inheritdoc/>
    public async ValueTask<SupplierView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var supplier = await db.FindAsync(input.Supplier, cancel);
        await db.Entry(supplier).Collection(s => s.Products).LoadAsync(cancel);
        var ids = supplier.Products.Select(p => p.ProductId).ToList();
        return SupplierView.Of(supplier, await db.Set<Product>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel));
    }
}
