namespace AgentOS.Domain.Crm;

/// <summary>A person or a company.</summary>
public enum CustomerKind
{
    /// <summary>A company or another organisation.</summary>
    Business,

    /// <summary>A person.</summary>
    Individual,
}

/// <summary>How far the relation with a customer has come.</summary>
public enum CustomerStatus
{
    /// <summary>Has shown interest.</summary>
    Lead,

    /// <summary>Is being sold to.</summary>
    Prospect,

    /// <summary>Buys.</summary>
    Active,

    /// <summary>Bought once, does not now.</summary>
    Inactive,

    /// <summary>Kept for the record only; nothing new can begin.</summary>
    Archived,
}

/// <summary>What line of business a customer is in.</summary>
public enum CustomerSegment
{
    /// <summary>Offices and companies.</summary>
    Office,

    /// <summary>Hotels and resorts.</summary>
    Hotel,

    /// <summary>Cafés and coffee shops.</summary>
    Cafe,

    /// <summary>Restaurants and caterers.</summary>
    Restaurant,

    /// <summary>Shops and supermarkets.</summary>
    Retail,

    /// <summary>Distributors and wholesalers.</summary>
    Wholesale,

    /// <summary>Ministries and public bodies.</summary>
    Government,

    /// <summary>Schools and universities.</summary>
    Education,

    /// <summary>Hospitals and clinics.</summary>
    Healthcare,
}
