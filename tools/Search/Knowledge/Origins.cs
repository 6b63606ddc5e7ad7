namespace AgentOS.Tools.Search.Knowledge;

/// <summary>Says where a passage stands: <c>Delivery terms › Other cities</c>.</summary>
internal static class Origins
{
    public static string Of(string title, IReadOnlyList<string> headings) => string.Join(" › ", headings.Prepend(title));
}

/// <summary>Where in a document's source a passage stands.</summary>
/// <param name="Unit">What is counted: <c>line</c>, <c>page</c>, <c>row</c> or <c>paragraph</c>, or their plural.</param>
/// <param name="Span">The first and the last: <c>3</c>, <c>10–24</c>.</param>
public sealed record PlaceView(string Unit, string Span)
{
    /// <summary>Takes a place apart, such as <c>lines 10–24</c>; <see langword="null"/> when it is empty.</summary>
    internal static PlaceView? Of(string place) => place.Split(' ', 2) is [var unit, var span] ? new PlaceView(unit, span) : null;
}
