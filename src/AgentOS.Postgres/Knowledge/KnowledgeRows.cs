using AgentOS.Knowledge;
using Npgsql;

namespace AgentOS.Postgres.Knowledge;

/// <summary>Documents and passages as rows.</summary>
internal static class KnowledgeRows
{
    private const char HeadingSeparator = '\u001F';

    /// <summary>Reads a document whose columns begin at a place.</summary>
    public static DocumentInfo Document(NpgsqlDataReader row, int at = 0) => new()
    {
        Id = row.GetGuid(at),
        Collection = row.GetString(at + 1),
        Source = row.GetString(at + 2),
        Title = row.GetString(at + 3),
        Language = row.GetString(at + 4),
        Labels = row.GetFieldValue<string[]>(at + 5),
        ValidFrom = Day(row, at + 6),
        ValidUntil = Day(row, at + 7),
        Owner = row.IsDBNull(at + 8) ? null : row.GetGuid(at + 8),
        ContentHash = row.GetString(at + 9),
        ReadAt = row.GetFieldValue<DateTimeOffset>(at + 10),
        PassageCount = row.GetInt32(at + 11),
    };

    public static Passage Passage(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Document = row.GetGuid(1),
        Number = row.GetInt32(2),
        Text = row.GetString(3),
        Headings = row.GetFieldValue<string[]>(4),
        Place = row.GetString(5),
        Language = row.GetString(6),
    };

    /// <summary>The headings as one text; <c>string_to_array</c> takes them apart again, an empty text into none.</summary>
    public static string Headings(Passage passage) => string.Join(HeadingSeparator, passage.Headings.Select(h => Text(h).Replace(HeadingSeparator, ' ')));

    /// <summary>A text as PostgreSQL can keep it: it knows neither NUL nor half a character.</summary>
    public static string Text(string text)
    {
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++)
            clean = text[i] != '\0' && !char.IsSurrogate(text[i]);
        if (clean) return text;
        return string.Concat(text.EnumerateRunes().Select(r => r.Value == 0 ? " " : r.ToString()));
    }

    private static DateOnly? Day(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);
}
