using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Domain.Erp;

/// <summary>Products, stock, sales orders and suppliers.</summary>
public sealed class ErpModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "erp";

    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.HasDbFunction(typeof(NameKey).GetMethod(nameof(NameKey.Of))!).HasName("name_key").HasSchema("runtime");
        model.Entity<Product>().ToTable("products", Schema);
        model.Entity<Warehouse>().ToTable("warehouses", Schema);
        model.Entity<StockLevel>(level =>
        {
            level.ToTable("stock_levels", Schema);
            level.HasOne(l => l.Product).WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.NoAction);
            level.HasOne(l => l.Warehouse).WithMany().HasForeignKey(l => l.WarehouseId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<SalesOrder>(order =>
        {
            order.ToTable("sales_orders", Schema);
            order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.ClientCascade);
        });
        model.Entity<OrderLine>().ToTable("order_lines", Schema);
        model.Entity<Reservation>().ToTable("reservations", Schema);
        model.Entity<Supplier>(supplier =>
        {
            supplier.ToTable("suppliers", Schema);
            supplier.HasMany(s => s.Products).WithOne().HasForeignKey(p => p.SupplierId).OnDelete(DeleteBehavior.ClientCascade);
        });
        model.Entity<SuppliedProduct>().ToTable("supplied_products", Schema);
        Relate<SalesOrder, Customer>(model, nameof(SalesOrder.CustomerId));
        Relate<SalesOrder, Warehouse>(model, nameof(SalesOrder.WarehouseId));
        Relate<OrderLine, Product>(model, nameof(OrderLine.ProductId));
        Relate<SuppliedProduct, Product>(model, nameof(SuppliedProduct.ProductId));
        Relate<Reservation, StockLevel>(model, nameof(Reservation.StockLevelId));
        Relate<Reservation, SalesOrder>(model, nameof(Reservation.OrderId));
        Relate<Reservation, OrderLine>(model, nameof(Reservation.OrderLineId));
        Relate<Reservation, Customer>(model, nameof(Reservation.CustomerId));
    }

    // Known to EF so that rows are written in the order that the foreign keys need.
    private static void Relate<TFrom, TTo>(ModelBuilder model, string key)
        where TFrom : class
        where TTo : class =>
        model.Entity<TFrom>().HasOne<TTo>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.NoAction);
}
