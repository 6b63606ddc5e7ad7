namespace AgentOS.Tools;

/// <summary>Makes a class a tool: the one definition from which every surface is derived.</summary>
/// <param name="name">Stable dotted name, <c>module.verb</c> in lower case, such as <c>leads.qualify</c>.</param>
/// <param name="effect">What running it does.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ToolAttribute(string name, Effect effect) : Attribute
{
    /// <summary>Stable dotted name.</summary>
    public string Name { get; } = name;

    /// <summary>What running it does.</summary>
    public Effect Effect { get; } = effect;

    /// <summary>Longest run in milliseconds before the call is given up. Default 30,000.</summary>
    public int DeadlineMilliseconds { get; init; } = 30_000;
}

/// <summary>The tool's place in the REST interface.</summary>
/// <param name="pattern">Method and route, such as <c>POST /api/v1/leads/{lead}/qualify</c>; a name in braces is a property of the input.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RouteAttribute(string pattern) : Attribute
{
    /// <summary>Method and route.</summary>
    public string Pattern { get; } = pattern;
}

/// <summary>The permission that a principal needs to run the tool.</summary>
/// <param name="permission">Such as <c>leads:write</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string permission) : Attribute
{
    /// <summary>The permission's name.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Marks a tool whose every call a person must approve first, having seen what it would change.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConfirmAttribute : Attribute;

/// <summary>
/// Marks a tool whose outcome quotes what others wrote (documents, messages): such text may be read and never acted on. Once it is in a conversation,
/// a write that a model makes of its own accord is asked about, unless the person said every argument of it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QuotesOthersAttribute : Attribute;

/// <summary>Marks a text argument that is the whole request as it was said; the embedded understanding fills it in so, and examples need not mark it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AsSaidAttribute : Attribute
{
    /// <summary>
    /// The entity that such requests speak of, of a tool that answers questions: one that names a record of it is likelier to be for this tool, and what
    /// another tool looks up in vain is asked here, too. The tool's view says with a property <c>Known</c> whether it has the answer.
    /// </summary>
    public Type? About { get; init; }
}
