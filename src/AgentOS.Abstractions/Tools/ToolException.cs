namespace AgentOS.Tools;

/// <summary>
/// A refusal that may be shown to a person and to a model. Any other exception becomes a generic message with an id.
/// </summary>
public sealed class ToolException : Exception
{
    /// <summary>Creates a refusal.</summary>
    /// <param name="code">Stable snake_case code, such as <c>out_of_stock</c>; its text in other languages is looked up by it.</param>
    /// <param name="message">English sentence that says what is wrong and what to do next.</param>
    /// <param name="details">Facts that the message's template may use, by name.</param>
    public ToolException(string code, string message, IReadOnlyDictionary<string, object?>? details = null)
        : base(message)
    {
        Code = code;
        Details = details ?? new Dictionary<string, object?>();
    }

    /// <summary>Stable snake_case code.</summary>
    public string Code { get; }

    /// <summary>Facts that the message's template may use.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; }
}
