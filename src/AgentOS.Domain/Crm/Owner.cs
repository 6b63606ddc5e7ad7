namespace AgentOS.Domain.Crm;

/// <summary>The user who looks after a record.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">The user's name when the record was taken over.</param>
public readonly record struct Owner(Guid Id, string Name);
