namespace AgentOS.Tools;

/// <summary>
/// What the converters of one input need to know and what they find, while it is deserialised.
/// Deserialisation is synchronous, hence a thread's own scope is enough.
/// </summary>
public sealed class BindScope
{
    [ThreadStatic]
    private static BindScope? current;

    private readonly List<Reference> references = [];

    private BindScope(string? currency) => Currency = currency;

    /// <summary>ISO 4217 code of amounts given without one; <see langword="null"/> to refuse them.</summary>
    public string? Currency { get; }

    internal static BindScope? Current => current;

    /// <summary>Runs <paramref name="read"/> and returns its result with every reference it created, in order.</summary>
    public static (TResult Result, IReadOnlyList<Reference> References) Run<TState, TResult>(string? currency, TState state, Func<TState, TResult> read)
    {
        var outer = current;
        var scope = current = new BindScope(currency);
        try
        {
            return (read(state), scope.references);
        }
        finally
        {
            current = outer;
        }
    }

    internal void Add(Reference reference) => references.Add(reference);
}
