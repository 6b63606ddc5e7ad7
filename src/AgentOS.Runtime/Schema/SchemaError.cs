namespace AgentOS.Runtime.Schema;

/// <summary>Something in a JSON value that its schema does not allow.</summary>
/// <param name="Kind">What sort of mistake.</param>
/// <param name="Path">Where, as a JSON path: <c>$.lines[0].quantity</c>.</param>
/// <param name="Message">A plain English sentence without a full stop.</param>
public sealed record SchemaError(SchemaErrorKind Kind, string Path, string Message)
{
    /// <summary>The top-level property at fault, or <see langword="null"/> when it is the value as a whole.</summary>
    public string? Argument
    {
        get
        {
            if (!Path.StartsWith("$.", StringComparison.Ordinal)) return null;
            var end = Path.AsSpan(2).IndexOfAny('.', '[');
            return end < 0 ? Path[2..] : Path.Substring(2, end);
        }
    }
}

/// <summary>Sorts of mistakes.</summary>
public enum SchemaErrorKind
{
    /// <summary>A value is not what it should be.</summary>
    Invalid,

    /// <summary>A required property is absent.</summary>
    Missing,

    /// <summary>A property has a name that the schema does not know.</summary>
    Unknown,
}
