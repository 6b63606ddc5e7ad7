using System.Text.Json;
using AgentOS.Data;
using AgentOS.Runtime.Pipeline;

namespace AgentOS.Runtime.Tests.Pipeline;

public sealed class ShownChangesTests
{
    private static ColumnChange Column(string name, object? before, object? after) =>
        new(name, before is null ? null : JsonSerializer.SerializeToElement(before), after is null ? null : JsonSerializer.SerializeToElement(after));

    private static IReadOnlyList<ColumnChange> Shown(params ColumnChange[] columns) =>
        ShownChanges.Of([new RowChange("erp.sales_orders", Guid.Empty, RowChangeKind.Updated, "SO-1", columns)]).SelectMany(r => r.Columns).ToList();

    [Fact]
    public void Of_KeysVersionsAndEmptyColumns_AreLeftOut() =>
        Assert.Equal("status", Assert.Single(Shown(Column("id", null, "x"), Column("tenant_id", null, "x"), Column("version", 1, 2), Column("note", null, null), Column("status", "draft", "confirmed"))).Name);

    [Fact]
    public void Of_AmountAndCurrency_AreOneColumn()
    {
        var total = Assert.Single(Shown(Column("total_amount", 10.5m, 20m), Column("total_currency", "SAR", "SAR")));
        Assert.Equal(("total", "10.5 SAR", "20 SAR"), (total.Name, total.Before!.Value.GetString(), total.After!.Value.GetString()));
    }

    [Fact]
    public void Of_OnlyTheAmountDiffers_KeepsIt() =>
        Assert.Equal("total_amount", Assert.Single(Shown(Column("total_amount", 1m, 2m))).Name);

    [Fact]
    public void Of_RowWithNothingToShow_IsLeftOut() => Assert.Empty(Shown(Column("version", 1, 2)));
}
