using System.Text.Json;
using AgentOS.Domain;
using AgentOS.Postgres.Session;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AgentOS.Postgres.Events;

/// <summary>
/// Reads from the change tracker what is about to be saved: numbers the aggregates' events, and gives each changed
/// row to an event. A change that no event explains gets one named for what happened to the row.
/// </summary>
internal sealed class ChangeCapture(TenantDatabase database, Guid tenant)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private readonly Dictionary<Guid, EntityEntry<Entity>> roots = [];
    private readonly Dictionary<Guid, List<EntityEntry<Entity>>> parts = [];
    private readonly List<EntityEntry<Entity>> strays = [];

    /// <summary>Prepares the tracked entities for saving.</summary>
    /// <returns>The events, in order, with all changed rows.</returns>
    public List<PendingEvent> Take()
    {
        database.ChangeTracker.DetectChanges();
        Sort([.. database.ChangeTracker.Entries<Entity>()]);
        var events = new List<PendingEvent>();
        foreach (var root in roots.Values)
        {
            var own = Number(root);
            events.AddRange(own);
            own[^1].Rows.Add(RowImage.Of(root));
            if (parts.TryGetValue(root.Entity.Id, out var changed)) own[^1].Rows.AddRange(changed.Select(RowImage.Of));
        }

        foreach (var stray in strays)
            events.Add(new PendingEvent(Happened(stray), stray.Metadata.ClrType.Name, stray.Entity.Id, null, Nothing) { Rows = { RowImage.Of(stray) } });
        return events;
    }

    private void Sort(List<EntityEntry<Entity>> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.State == EntityState.Added) entry.Property(nameof(Entity.TenantId)).CurrentValue = tenant;
            if (entry.Entity is Aggregate { } aggregate && (entry.State != EntityState.Unchanged || aggregate.NewEvents.Count > 0))
                roots.Add(entry.Entity.Id, entry);
        }

        foreach (var entry in entries.Where(e => e.Entity is not Aggregate && e.State is not EntityState.Unchanged))
        {
            if (Owner(entry, entries) is not { } owner)
            {
                strays.Add(entry);
                continue;
            }

            roots.TryAdd(owner.Entity.Id, owner);
            if (!parts.TryGetValue(owner.Entity.Id, out var list)) parts[owner.Entity.Id] = list = [];
            list.Add(entry);
        }
    }

    /// <summary>The aggregate that a part belongs to: one that changes as well, or else one that goes with its parts.</summary>
    private EntityEntry<Entity>? Owner(EntityEntry<Entity> part, List<EntityEntry<Entity>> entries)
    {
        var candidates = part.Metadata.GetForeignKeys()
            .Where(k => k.IsRequired && k.Properties.Count == 1 && k.PrincipalEntityType.ClrType.IsAssignableTo(typeof(Aggregate)))
            .OrderByDescending(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.ClientCascade)
            .Select(k => part.CurrentValues[k.Properties[0]])
            .OfType<Guid>()
            .ToList();
        foreach (var id in candidates)
        {
            if (roots.TryGetValue(id, out var changing)) return changing;
        }

        return candidates.Select(id => entries.FirstOrDefault(e => e.Entity.Id == id && e.Entity is Aggregate)).FirstOrDefault(e => e is not null);
    }

    private static List<PendingEvent> Number(EntityEntry<Entity> root)
    {
        var aggregate = (Aggregate)root.Entity;
        var type = root.Metadata.ClrType.Name;
        var version = aggregate.Version;
        List<PendingEvent> events = aggregate.NewEvents.Count == 0
            ? [new PendingEvent(Happened(root), type, aggregate.Id, version + 1, Nothing)]
            : [.. aggregate.NewEvents.Select((e, i) => new PendingEvent(e.GetType().Name, type, aggregate.Id, version + i + 1, JsonSerializer.SerializeToElement(e, e.GetType(), ToolJson.Options)))];
        if (root.State != EntityState.Deleted) root.Property(nameof(Aggregate.Version)).CurrentValue = version + events.Count;
        aggregate.ClearEvents();
        return events;
    }

    private static string Happened(EntityEntry<Entity> entry) => entry.Metadata.ClrType.Name + entry.State switch
    {
        EntityState.Added => "Created",
        EntityState.Deleted => "Deleted",
        _ => "Changed",
    };
}
