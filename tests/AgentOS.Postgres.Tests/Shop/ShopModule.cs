using AgentOS.Domain;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Postgres.Tests.Shop;

/// <summary>A small business with one of everything that the session has to keep.</summary>
internal sealed class ShopModule : IModule
{
    public string Schema => "shop";

    public void Map(ModelBuilder model)
    {
        model.Entity<Item>().ToTable("Items", Schema);
        model.Entity<Shelf>().ToTable("Shelves", Schema);
        model.Entity<Basket>().ToTable("Baskets", Schema).HasMany(b => b.Lines).WithOne().HasForeignKey(l => l.BasketId).OnDelete(DeleteBehavior.ClientCascade);
        model.Entity<BasketLine>().ToTable("BasketLines", Schema).HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<Note>().ToTable("Notes", Schema);
    }
}
