namespace AgentOS.Domain.Crm;

/// <summary>How people were in touch.</summary>
public enum InteractionKind
{
    /// <summary>A telephone call.</summary>
    Call,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A meeting or visit.</summary>
    Meeting,

    /// <summary>A note to ourselves.</summary>
    Note,

    /// <summary>WhatsApp or another chat.</summary>
    Chat,

    /// <summary>A text message.</summary>
    Sms,
}

/// <summary>Who began it.</summary>
public enum InteractionDirection
{
    /// <summary>We did.</summary>
    Outbound,

    /// <summary>The customer did.</summary>
    Inbound,
}

/// <summary>What mood the customer was in.</summary>
public enum Sentiment
{
    /// <summary>Pleased.</summary>
    Positive,

    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>Annoyed.</summary>
    Negative,
}
