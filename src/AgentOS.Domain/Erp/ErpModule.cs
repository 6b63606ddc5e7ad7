using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgentOS.Domain.Erp;

/// <summary>Products, stock, sales orders and suppliers.</summary>
public sealed class ErpModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "erp";

    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<Product>(MapProduct);
        model.Entity<Warehouse>(w =>
        {
            w.ToTable("warehouses", Schema);
            w.Property(x => x.Code).HasMaxLength(10);
            Names(w, nameof(Warehouse.Name), nameof(Warehouse.NameArabic), nameof(Warehouse.City));
        });
        model.Entity<StockLevel>(MapStockLevel);
        model.Entity<Reservation>(MapReservation);
        model.Entity<SalesOrder>(MapOrder);
        model.Entity<OrderLine>(MapLine);
        model.Entity<Supplier>(MapSupplier);
        model.Entity<SuppliedProduct>(p =>
        {
            p.ToTable("supplied_products", Schema);
            p.HasOne<Product>().WithMany().HasForeignKey(x => x.ProductId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private void MapProduct(EntityTypeBuilder<Product> product)
    {
        product.ToTable("products", Schema);
        product.Property(p => p.Sku).HasMaxLength(40);
        Names(product, nameof(Product.Name), nameof(Product.NameArabic));
        product.Property(p => p.Category).HasConversion<string>().HasMaxLength(20);
        product.Property(p => p.Unit).HasConversion<string>().HasMaxLength(20);
        product.ComplexProperty(p => p.Price);
    }

    private void MapStockLevel(EntityTypeBuilder<StockLevel> level)
    {
        level.ToTable("stock_levels", Schema);
        level.Property(l => l.OnHand).HasPrecision(18, 3);
        level.Property(l => l.Reserved).HasPrecision(18, 3);
        level.Property(l => l.ReorderPoint).HasPrecision(18, 3);
        level.Ignore(l => l.Available);
        level.HasOne(l => l.Product).WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
        level.HasOne(l => l.Warehouse).WithMany().HasForeignKey(l => l.WarehouseId).OnDelete(DeleteBehavior.Restrict);
    }

    private void MapReservation(EntityTypeBuilder<Reservation> reservation)
    {
        reservation.ToTable("reservations", Schema);
        reservation.Property(r => r.Number).HasMaxLength(40);
        reservation.Property(r => r.Quantity).HasPrecision(18, 3);
        reservation.Property(r => r.Status).HasConversion<string>().HasMaxLength(20);
        reservation.Property(r => r.Note).HasMaxLength(500);
        reservation.HasOne<StockLevel>().WithMany().HasForeignKey(r => r.StockLevelId).OnDelete(DeleteBehavior.Restrict);
        reservation.HasOne<SalesOrder>().WithMany().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Restrict);
        reservation.HasOne<OrderLine>().WithMany().HasForeignKey(r => r.OrderLineId).OnDelete(DeleteBehavior.Restrict);
    }

    private void MapOrder(EntityTypeBuilder<SalesOrder> order)
    {
        order.ToTable("sales_orders", Schema);
        order.Property(o => o.Number).HasMaxLength(20);
        order.Property(o => o.Status).HasConversion<string>().HasMaxLength(20);
        order.ComplexProperty(o => o.Subtotal);
        order.ComplexProperty(o => o.Vat);
        order.ComplexProperty(o => o.Total);
        order.HasOne<Warehouse>().WithMany().HasForeignKey(o => o.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Cascade);
    }

    private void MapLine(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("order_lines", Schema);
        line.Property(l => l.Quantity).HasPrecision(18, 3);
        line.ComplexProperty(l => l.UnitPrice);
        line.ComplexProperty(l => l.Total);
        line.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
    }

    private void MapSupplier(EntityTypeBuilder<Supplier> supplier)
    {
        supplier.ToTable("suppliers", Schema);
        supplier.Property(s => s.Number).HasMaxLength(20);
        Names(supplier, nameof(Supplier.Name), nameof(Supplier.NameArabic), nameof(Supplier.City), nameof(Supplier.Email));
        supplier.Property(s => s.Phone).HasMaxLength(40);
        supplier.HasMany(s => s.Products).WithOne().HasForeignKey(p => p.SupplierId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Names<T>(EntityTypeBuilder<T> entity, params ReadOnlySpan<string> properties)
        where T : class
    {
        foreach (var name in properties) entity.Property(name).HasMaxLength(200);
    }
}
