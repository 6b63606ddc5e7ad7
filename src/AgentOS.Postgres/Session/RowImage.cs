#pragma warning disable EF1001 // The tracker's own entry reads columns of complex properties, also of absent ones.
using System.Text.Json;
using AgentOS.Data;
using AgentOS.Domain;
using AgentOS.Postgres.References;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgentOS.Postgres.Session;

/// <summary>What a tracked entity's row was, and what it becomes.</summary>
internal static class RowImage
{
    public static RowChange Of(EntityEntry<Entity> entry)
    {
        var type = entry.Metadata;
        var row = entry.GetInfrastructure();
        var kind = entry.State switch
        {
            EntityState.Added => RowChangeKind.Inserted,
            EntityState.Deleted => RowChangeKind.Deleted,
            _ => RowChangeKind.Updated,
        };
        var columns = new List<ColumnChange>();
        foreach (var property in type.GetFlattenedProperties())
        {
            if (kind == RowChangeKind.Updated && !row.IsModified(property)) continue;
            columns.Add(new ColumnChange(
                property.GetColumnName(),
                kind == RowChangeKind.Inserted ? null : Json(property, row.GetOriginalValue),
                kind == RowChangeKind.Deleted ? null : Json(property, row.GetCurrentValue)));
        }

        return new RowChange(Table(type), entry.Entity.Id, kind, Label(entry), columns);
    }

    public static string Table(IReadOnlyEntityType type) => $"{type.GetSchema()}.{type.GetTableName()}";

    private static JsonElement? Json(IProperty property, Func<IPropertyBase, object?> read)
    {
        var value = IsAbsent(property, read) ? null : read(property);
        if (value is not null && property.GetTypeMapping().Converter is { } converter) value = converter.ConvertToProvider(value);
        // PostgreSQL would round what it keeps; the driver, which writes the row, cuts it off at the microsecond.
        if (value is DateTimeOffset instant) value = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        return value is null ? null : JsonSerializer.SerializeToElement(value, value.GetType(), ToolJson.Options);
    }

    /// <summary>Of an optional complex value that is absent, the tracker gives the parts' defaults: an amount of 0 without a currency.</summary>
    private static bool IsAbsent(IProperty property, Func<IPropertyBase, object?> read) =>
        property.DeclaringType is IComplexType { ComplexProperty.IsNullable: true } part
        && part.GetProperties().Any(p => !p.ClrType.IsValueType && read(p) is null);

    private static string Label(EntityEntry<Entity> entry)
    {
        if (Referable.Find(entry.Metadata) is not { } referable) return "";
        var number = referable.Number is { } property ? entry.CurrentValues[property] as string : null;
        var name = referable.Names.Select(n => entry.CurrentValues[n] as string).FirstOrDefault(n => !string.IsNullOrEmpty(n));
        return string.Join(' ', ((string?[])[number, name]).Where(part => !string.IsNullOrEmpty(part)));
    }
}
