using Microsoft.EntityFrameworkCore;

namespace AgentOS.Domain.Crm;

/// <summary>Customers, leads and deals, and what passed between us and them.</summary>
public sealed class CrmModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "crm";

    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.HasDbFunction(typeof(SearchKey).GetMethod(nameof(SearchKey.Of))!).HasName("name_key").HasSchema("runtime");
        model.Entity<Customer>(customer =>
        {
            customer.ToTable("customers", Schema);
            customer.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.ClientCascade);
        });
        model.Entity<Contact>().ToTable("contacts", Schema);
        model.Entity<Lead>().ToTable("leads", Schema);
        model.Entity<Opportunity>(opportunity =>
        {
            opportunity.ToTable("opportunities", Schema);
            opportunity.Ignore(o => o.Weighted);
        });
        model.Entity<Interaction>().ToTable("interactions", Schema);
        model.Entity<FollowUp>().ToTable("follow_ups", Schema);
        OfCustomer<Opportunity>(model, nameof(Opportunity.CustomerId));
        OfCustomer<Interaction>(model, nameof(Interaction.CustomerId));
        OfCustomer<FollowUp>(model, nameof(FollowUp.CustomerId));
        model.Entity<Lead>().HasOne<Customer>().WithMany().HasForeignKey(l => l.CustomerId).OnDelete(DeleteBehavior.NoAction);
        model.Entity<Lead>().HasOne<Opportunity>().WithMany().HasForeignKey(l => l.OpportunityId).OnDelete(DeleteBehavior.NoAction);
        model.Entity<Interaction>().HasOne<Opportunity>().WithMany().HasForeignKey(i => i.OpportunityId).OnDelete(DeleteBehavior.NoAction);
        model.Entity<FollowUp>().HasOne<Opportunity>().WithMany().HasForeignKey(f => f.OpportunityId).OnDelete(DeleteBehavior.NoAction);
        model.Entity<FollowUp>().HasOne<Interaction>().WithMany().HasForeignKey(f => f.InteractionId).OnDelete(DeleteBehavior.NoAction);
    }

    // Known to EF so that rows are written in the order that the foreign keys need.
    private static void OfCustomer<T>(ModelBuilder model, string key)
        where T : class =>
        model.Entity<T>().HasOne<Customer>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.NoAction);
}
