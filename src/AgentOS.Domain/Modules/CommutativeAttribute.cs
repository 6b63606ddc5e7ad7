namespace AgentOS.Domain;

/// <summary>
/// A quantity that many calls add to and take from, such as stock on hand. Undo gives back the difference
/// that its call made, and does not mind what others have added or taken since.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CommutativeAttribute : Attribute;
