using AgentOS.Domain;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgentOS.Postgres.Session;

/// <summary>How every entity is kept, so that no module's mapping has to say it.</summary>
internal static class ModelConventions
{
    public static void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.IgnoreAny<IDomainEvent>();
        configuration.IgnoreAny<IReadOnlyList<IDomainEvent>>();
        configuration.ComplexProperties<Money>();
        configuration.Properties<decimal>().HavePrecision(18, 4);
    }

    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table) entity.SetTableName(SnakeCase.Of(table));
            if (entity.GetSchema() is { } schema) entity.SetSchema(SnakeCase.Of(schema));
            if (entity.FindProperty(nameof(Entity.Id)) is { } id) id.ValueGenerated = ValueGenerated.Never;
            if (entity.FindProperty(nameof(Aggregate.Version)) is { } version && entity.ClrType.IsAssignableTo(typeof(Aggregate)))
                version.IsConcurrencyToken = true;
            Name(entity, "");
        }
    }

    private static void Name(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetProperties())
        {
            property.SetColumnName(prefix + SnakeCase.Of(property.Name));
            var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (clr.IsEnum && property.GetValueConverter() is null)
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumText<>).MakeGenericType(clr))!);
        }

        foreach (var part in type.GetComplexProperties())
        {
            if (part.ComplexType.FindProperty(nameof(Money.Amount)) is { } amount && part.ComplexType.ClrType == typeof(Money)) amount.SetScale(2);
            Name(part.ComplexType, $"{prefix}{SnakeCase.Of(part.Name)}_");
        }
    }
}
