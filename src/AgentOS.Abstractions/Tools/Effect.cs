namespace AgentOS.Tools;

/// <summary>What running a tool does to the world.</summary>
public enum Effect
{
    /// <summary>Nothing changes. May run beside other reads, and may be run again.</summary>
    Read,

    /// <summary>Business data changes, in one transaction that can be undone.</summary>
    Write,

    /// <summary>Something happens that no transaction can take back (a message leaves, money moves). Always confirmed.</summary>
    Irreversible,
}
