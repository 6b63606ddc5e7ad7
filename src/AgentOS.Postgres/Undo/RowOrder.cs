using System.Runtime.CompilerServices;
using AgentOS.Data;
using AgentOS.Postgres.Session;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgentOS.Postgres.Undo;

/// <summary>An order in which rows can be restored without a foreign key standing in the way.</summary>
internal static class RowOrder
{
    private static readonly ConditionalWeakTable<IModel, Dictionary<string, int>> Depths = [];

    /// <summary>First what was deleted, those that others refer to before the others; then what was changed; last, the other way round, what was inserted.</summary>
    public static IEnumerable<(string Type, Guid Aggregate, RowChange Row)> ForUndo(IEnumerable<(string Type, Guid Aggregate, RowChange Row)> rows, IModel model)
    {
        var depths = Depths.GetValue(model, Measure);
        return rows.OrderBy(r => r.Row.Kind switch
        {
            RowChangeKind.Deleted => depths.GetValueOrDefault(r.Row.Table) - 1000,
            RowChangeKind.Inserted => 1000 - depths.GetValueOrDefault(r.Row.Table),
            _ => 0,
        });
    }

    /// <summary>The name of the entity whose row it is.</summary>
    public static string EntityOf(RowChange row, IModel model) => model.GetEntityTypes().First(t => RowImage.Table(t) == row.Table).ClrType.Name;

    private static Dictionary<string, int> Measure(IModel model)
    {
        var depths = new Dictionary<IEntityType, int>();
        foreach (var type in model.GetEntityTypes())
            Depth(type, depths);
        return depths.GroupBy(d => RowImage.Table(d.Key)).ToDictionary(d => d.Key, d => d.Max(t => t.Value));
    }

    private static int Depth(IEntityType type, Dictionary<IEntityType, int> depths)
    {
        if (depths.TryGetValue(type, out var known)) return known;
        depths[type] = 0;
        var principals = type.GetForeignKeys().Where(k => k.PrincipalEntityType != type).Select(k => Depth(k.PrincipalEntityType, depths) + 1);
        return depths[type] = principals.DefaultIfEmpty(0).Max();
    }
}
