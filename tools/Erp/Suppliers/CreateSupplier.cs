using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Adds a supplier.</summary>
[Tool("suppliers.create", Effect.Write), Route("POST /api/v1/suppliers"), Permission("suppliers:write")]
[Description("Adds a supplier, with how to reach it, how long it takes, and a product it has.")]
public sealed class CreateSupplier(Database db) : ITool<CreateSupplier.Input, SupplierView>
{
    private const int UsualLeadTime = 14;

    /// <summary>The supplier.</summary>
    public sealed record Input(
        [Description("Its name")] string Name,
        [Description("A product that it supplies, by name or SKU")] Ref<Product>? Product = null,
        [Description("Days from order to arrival; 14 when left out")] int? LeadTimeDays = null,
        [Description("Telephone number")] string? Phone = null,
        [Description("Mail address")] string? Email = null,
        [Description("City")] string? City = null,
        [Description("Its name in Arabic, when the name is not")] string? NameArabic = null);

    /// <inheritdoc/>
    public async ValueTask<SupplierView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var product = input.Product is null ? null : await db.FindAsync(input.Product, cancel);
        var arabic = input.NameArabic ?? (Language.Of(input.Name) == Language.Arabic ? input.Name : null);
        var supplier = Supplier.Add(
            await db.NextNumberAsync("SUP", 4, cancel), input.Name, arabic, input.Phone, input.Email, input.City, input.LeadTimeDays ?? UsualLeadTime);
        if (product is not null) supplier.Supplies(product);
        db.Add(supplier);
        return SupplierView.Of(supplier, product is null ? new Dictionary<Guid, Product>() : new Dictionary<Guid, Product> { [product.Id] = product });
    }
}
