using System.Text.Json;
using AgentOS.Data;
using AgentOS.Host.Web.Chat;
using Xunit;

namespace AgentOS.Host.Tests;

public sealed class ReadableChangeTests
{
    [Fact]
    public void Of_ARow_LeavesKeysOutAndJoinsMoney()
    {
        var row = new RowChange("erp.sales_orders", Guid.NewGuid(), RowChangeKind.Inserted, "SO-1001",
        [
            Column("id", null, "\"0197a000-0000-7000-8000-000000000001\""),
            Column("customer_id", null, "\"0197a000-0000-7000-8000-000000000001\""),
            Column("version", "1", "2"),
            Column("closed_at", null, "null"),
            Column("total_amount", "10.5", "20907.00"),
            Column("total_currency", "\"SAR\"", "\"SAR\""),
            Column("status", "\"draft\"", "\"confirmed\""),
        ]);

        var change = ReadableChange.Of(row);

        Assert.Equal("erp.sales_orders SO-1001 (inserted)", change.Title);
        Assert.Equal([("total", "10.5 SAR", "20,907 SAR"), ("status", "draft", "confirmed")], change.Fields);
    }

    private static ColumnChange Column(string name, string? before, string? after) =>
        new(name, before is null ? null : JsonElement.Parse(before), after is null ? null : JsonElement.Parse(after));
}
