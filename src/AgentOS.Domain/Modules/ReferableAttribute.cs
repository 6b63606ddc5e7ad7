namespace AgentOS.Domain;

/// <summary>Says by which properties people refer to an entity; references are resolved over them.</summary>
/// <param name="number">Property with the unique number people see, such as <c>SO-1001</c>, or its code (SKU).</param>
/// <param name="names">Properties with names, in either script.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReferableAttribute(string number, params string[] names) : Attribute
{
    /// <summary>Property with the unique number.</summary>
    public string Number { get; } = number;

    /// <summary>Properties with names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
