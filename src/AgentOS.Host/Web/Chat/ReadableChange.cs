using System.Globalization;
using System.Text.Json;
using AgentOS.Data;

namespace AgentOS.Host.Web.Chat;

/// <summary>A row's difference as a person reads it: no keys, no empty columns, money in one piece.</summary>
internal sealed record ReadableChange(string Title, IReadOnlyList<(string Field, string Before, string After)> Fields)
{
    private const string Amount = "_amount";
    private const string Currency = "_currency";

    public static ReadableChange Of(RowChange row) => new(
        $"{row.Table} {row.Label}".Trim() + $" ({row.Kind.ToString().ToLowerInvariant()})",
        [.. row.Columns.Where(c => IsShown(c, row)).Select(c => Read(c, row))]);

    private static bool IsShown(ColumnChange column, RowChange row) =>
        column.Name is not ("id" or "tenant_id" or "version")
        && !(column.Name.EndsWith(Currency, StringComparison.Ordinal) && Sibling(row, column.Name, Currency, Amount) is not null)
        && (Text(column.Before).Length > 0 || Text(column.After).Length > 0)
        && !IsKey(column.Before) && !IsKey(column.After);

    private static (string, string, string) Read(ColumnChange column, RowChange row)
    {
        var money = column.Name.EndsWith(Amount, StringComparison.Ordinal) ? Sibling(row, column.Name, Amount, Currency) : null;
        var name = money is null ? column.Name : column.Name[..^Amount.Length];
        return (name.Replace('_', ' '), Join(column.Before, money?.Before), Join(column.After, money?.After));
    }

    private static string Join(JsonElement? value, JsonElement? currency) => $"{Text(value)} {Text(currency)}".Trim();

    private static ColumnChange? Sibling(RowChange row, string name, string ending, string other) =>
        row.Columns.FirstOrDefault(c => c.Name == string.Concat(name.AsSpan(0, name.Length - ending.Length), other));

    private static bool IsKey(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text && text.TryGetGuid(out _);

    private static string Text(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var exact) ? exact.ToString("#,0.####", CultureInfo.InvariantCulture) : number.GetRawText(),
        { ValueKind: JsonValueKind.String } text => text.TryGetDateTimeOffset(out var at) && text.GetString()!.Contains('T', StringComparison.Ordinal) ? at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC" : text.GetString()!,
        { } other => other.GetRawText(),
    };
}
