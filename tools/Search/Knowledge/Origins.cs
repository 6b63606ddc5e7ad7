using AgentOS.Knowledge;

namespace AgentOS.Tools.Search.Knowledge;

/// <summary>Says where a passage stands: <c>Delivery terms › Other cities › lines 28–38</c>.</summary>
internal static class Origins
{
    public static string Of(DocumentInfo document, Passage passage) => Of(document.Title, passage.Headings, passage.Place);

    public static string Of(string title, IReadOnlyList<string> headings, string place) =>
        string.Join(" › ", ((string[])[title, .. headings.Where(h => h != title), place]).Where(part => part.Length > 0));
}
