namespace AgentOS.Domain.Crm;

/// <summary>A person at a customer's.</summary>
public sealed class Contact : Entity
{
    private Contact()
    {
    }

    internal Contact(Guid customer, string name, string? role, string? phone, string? email, bool primary)
    {
        CustomerId = customer;
        Name = Words.Required(name, "name");
        Role = Words.Optional(role, "role");
        Phone = Words.Phone(phone);
        Email = Words.Email(email);
        Primary = primary;
    }

    public Guid CustomerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What the person does there, such as purchasing manager.</summary>
    public string? Role { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>The one to speak to first.</summary>
    public bool Primary { get; private set; }

    internal void StepBack() => Primary = false;
}
