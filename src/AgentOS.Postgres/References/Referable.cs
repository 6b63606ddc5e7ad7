using System.Collections.Concurrent;
using System.Reflection;
using AgentOS.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgentOS.Postgres.References;

/// <summary>By which properties and columns people refer to an entity, as its attribute says.</summary>
internal sealed class Referable
{
    private static readonly ConcurrentDictionary<IEntityType, Referable?> Known = new();

    private Referable(IEntityType type, ReferableAttribute attribute)
    {
        Table = $"\"{type.GetSchema()}\".\"{type.GetTableName()}\"";
        Number = type.FindProperty(attribute.Number);
        Names = [.. attribute.Names.Select(n => type.FindProperty(n) ?? throw new InvalidOperationException($"{type.DisplayName()} has no property '{n}' to be referred to by."))];
        NumberColumn = Number?.GetColumnName();
        NameColumns = [.. Names.Select(n => n.GetColumnName())];
    }

    public string Table { get; }

    public IProperty? Number { get; }

    public IReadOnlyList<IProperty> Names { get; }

    public string? NumberColumn { get; }

    public IReadOnlyList<string> NameColumns { get; }

    public static Referable? Find(IEntityType type) => Known.GetOrAdd(type, static t =>
        t.ClrType.GetCustomAttribute<ReferableAttribute>() is { } attribute ? new Referable(t, attribute) : null);
}
