using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Domain.Demo;

/// <summary>Takes many numbers of a kind at once; one round trip each would take longer than all the rest.</summary>
internal static class DemoNumbers
{
    public static async Task<Queue<string>> TakeAsync(Database db, string prefix, int digits, int count, CancellationToken cancel)
    {
        var first = await db.NextNumberAsync(prefix, digits, cancel);
        var more = (long)count - 1;
        await db.Database.ExecuteSqlAsync($"update runtime.numbers set last = last + {more} where prefix = {prefix}", cancel);
        var start = long.Parse(first.AsSpan(prefix.Length + 1), CultureInfo.InvariantCulture);
        return new Queue<string>(Enumerable.Range(0, count).Select(i =>
            $"{prefix}-{(start + i).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}"));
    }
}
