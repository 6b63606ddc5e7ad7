using AgentOS.Data;
using AgentOS.Postgres.Session;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgentOS.Postgres.References;

/// <summary>
/// Finds the record that is meant by id, number, or name. A similar name is taken only when it is clearly the
/// one; otherwise the best three are offered.
/// </summary>
internal sealed class PostgresReferences(PostgresSession session, DbContext database) : IReferenceResolver
{
    private const int Offered = 3;
    private const float Certain = 1.0f;
    private const float Likely = 0.45f;
    private const float Possible = 0.3f;
    private const float Margin = 0.1f;

    public async ValueTask<ReferenceMatch> ResolveAsync(Reference reference, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var type = database.Model.FindEntityType(reference.Entity)
            ?? throw new InvalidOperationException($"{reference.Entity.Name} is not mapped by any module.");
        var referable = Referable.Find(type);
        var table = referable?.Table ?? $"\"{type.GetSchema()}\".\"{type.GetTableName()}\"";
        if (Guid.TryParse(reference.Text, out var id)) return await ByIdAsync(table, id, cancel);
        if (referable is null || !reference.Text.Any(char.IsLetterOrDigit)) return ReferenceMatch.Among([]);
        return await ByNumberAsync(referable, reference.Text, cancel) is { } number
            ? ReferenceMatch.One(number)
            : await ByNameAsync(referable, reference, cancel);
    }

    private async ValueTask<ReferenceMatch> ByIdAsync(string table, Guid id, CancellationToken cancel)
    {
        await using var command = session.Command($"select id from {table} where tenant_id = $1 and id = $2", session.Tenant, id);
        return await command.ExecuteScalarAsync(cancel) is Guid found ? ReferenceMatch.One(found) : ReferenceMatch.Among([]);
    }

    private async ValueTask<Guid?> ByNumberAsync(Referable referable, string text, CancellationToken cancel)
    {
        if (referable.NumberColumn is not { } column || Numbers.In(text) is not { } number) return null;
        if (number.All(char.IsAsciiDigit))
        {
            await using var last = session.Command($"select \"{column}\" from {referable.Table} where tenant_id = $1 order by \"{column}\" desc limit 1", session.Tenant);
            number = Numbers.Like(number, await last.ExecuteScalarAsync(cancel) as string) ?? number;
        }

        await using var command = session.Command($"select id from {referable.Table} where tenant_id = $1 and \"{column}\" = any($2)", session.Tenant, (string[])[number, text]);
        return await command.ExecuteScalarAsync(cancel) as Guid?;
    }

    private async ValueTask<ReferenceMatch> ByNameAsync(Referable referable, Reference reference, CancellationToken cancel)
    {
        var found = new List<(Mention Mention, float Score)>();
        await using var command = session.Command(NameSearch.For(referable), session.Tenant, reference.Text);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var score = reader.GetFloat(3);
            if (score >= Possible) found.Add((new Mention(reference.Entity.Name, reader.GetGuid(0), Label(reader, reference.Text)), score));
        }

        if (found.Count == 0) return ReferenceMatch.Among([]);
        var (best, next) = (found[0].Score, found.Count > 1 ? found[1].Score : 0);
        var clear = best >= Certain ? next < Certain : best >= Likely && best - next >= Margin;
        return clear ? ReferenceMatch.One(found[0].Mention.Id) : ReferenceMatch.Among([.. found.Take(Offered).Select(f => f.Mention)]);
    }

    /// <summary>Number and name; the name in the script of what was said where there is one.</summary>
    private static string Label(NpgsqlDataReader reader, string said)
    {
        var names = reader.GetFieldValue<string?[]>(2).Where(n => !string.IsNullOrEmpty(n)).ToList();
        var name = names.Find(n => IsArabic(n!) == IsArabic(said)) ?? names.FirstOrDefault();
        return string.Join(' ', ((string?[])[reader.IsDBNull(1) ? null : reader.GetString(1), name]).Where(part => !string.IsNullOrEmpty(part)));
    }

    private static bool IsArabic(string text) => text.Any(letter => letter is >= '\u0600' and <= '\u06FF');
}
