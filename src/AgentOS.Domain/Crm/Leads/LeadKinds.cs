namespace AgentOS.Domain.Crm;

/// <summary>How far a lead has come.</summary>
public enum LeadStatus
{
    /// <summary>Nobody has spoken to it yet.</summary>
    New,

    /// <summary>Somebody has.</summary>
    Contacted,

    /// <summary>It wants to buy and can.</summary>
    Qualified,

    /// <summary>It will not buy.</summary>
    Unqualified,

    /// <summary>It has become a customer with an opportunity.</summary>
    Converted,
}

/// <summary>Where a lead comes from.</summary>
public enum LeadSource
{
    /// <summary>The web site.</summary>
    Website,

    /// <summary>Somebody recommended us.</summary>
    Referral,

    /// <summary>An exhibition or another event.</summary>
    Exhibition,

    /// <summary>They called.</summary>
    PhoneCall,

    /// <summary>They wrote on WhatsApp.</summary>
    Whatsapp,

    /// <summary>Instagram, X, LinkedIn and the like.</summary>
    SocialMedia,

    /// <summary>They came to a branch.</summary>
    WalkIn,

    /// <summary>We called them.</summary>
    ColdCall,

    /// <summary>Anything else.</summary>
    Other,
}
