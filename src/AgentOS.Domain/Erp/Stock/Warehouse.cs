namespace AgentOS.Domain.Erp;

/// <summary>A place where stock is kept.</summary>
[Referable(nameof(Code), nameof(Name), nameof(NameArabic))]
public sealed class Warehouse : Aggregate
{
    private Warehouse()
    {
    }

    /// <summary>Short code, such as <c>RUH</c>; unique.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name in English.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in Arabic.</summary>
    public string NameArabic { get; private set; } = "";

    /// <summary>The city it is in, in English.</summary>
    public string City { get; private set; } = "";

    /// <summary>Opens a warehouse.</summary>
    public static Warehouse Open(string code, string name, string nameArabic, string city)
    {
        var warehouse = new Warehouse { Code = code, Name = name, NameArabic = nameArabic, City = city };
        warehouse.Raise(new WarehouseOpened(code, name, nameArabic, city));
        return warehouse;
    }
}

/// <summary>A warehouse was opened.</summary>
public sealed record WarehouseOpened(string Code, string Name, string NameArabic, string City) : IDomainEvent;
