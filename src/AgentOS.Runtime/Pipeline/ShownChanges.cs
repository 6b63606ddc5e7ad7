using System.Text.Json;
using AgentOS.Data;

namespace AgentOS.Runtime.Pipeline;

/// <summary>The changes of a call as a person is shown them: without keys, versions and what stays empty.</summary>
internal static class ShownChanges
{
    public static IReadOnlyList<RowChange> Of(IReadOnlyList<RowChange> changes) =>
        [.. changes.Select(row => row with { Columns = Money(row.Columns.Where(IsShown)) }).Where(row => row.Columns.Count > 0)];

    private static bool IsShown(ColumnChange column) =>
        column.Name is not ("id" or "version")
        && !column.Name.EndsWith("_id", StringComparison.Ordinal)
        && !(IsNothing(column.Before) && IsNothing(column.After));

    /// <summary>An amount and its currency are one thing.</summary>
    private static List<ColumnChange> Money(IEnumerable<ColumnChange> columns)
    {
        var shown = columns.ToList();
        foreach (var currency in shown.Where(c => c.Name.EndsWith("_currency", StringComparison.Ordinal)).ToList())
        {
            var name = currency.Name[..^"_currency".Length];
            var index = shown.FindIndex(c => c.Name == name + "_amount");
            if (index >= 0) shown[index] = new ColumnChange(name, With(shown[index].Before, currency.Before), With(shown[index].After, currency.After ?? currency.Before));
            shown.Remove(currency);
        }

        return shown;
    }

    private static JsonElement? With(JsonElement? amount, JsonElement? currency) =>
        IsNothing(amount) ? null : IsNothing(currency) ? amount : JsonSerializer.SerializeToElement($"{amount} {currency}");

    private static bool IsNothing(JsonElement? value) => value is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };
}
