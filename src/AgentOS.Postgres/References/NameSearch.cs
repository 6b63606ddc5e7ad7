using System.Collections.Concurrent;

namespace AgentOS.Postgres.References;

/// <summary>The statement that looks for an entity's records by what was said. Written once per entity.</summary>
internal static class NameSearch
{
    private const string Key = "runtime.name_key($2)";
    private const string Sound = "runtime.sound_key($2)";

    private static readonly ConcurrentDictionary<Referable, string> Statements = new();

    public static string For(Referable referable) => Statements.GetOrAdd(referable, Write);

    private static string Write(Referable referable)
    {
        var names = referable.NameColumns;
        var score = names.Count == 0 ? "0" : $"greatest({string.Join(", ", names.Select(Score))})";
        var found = string.Join(" or ", names.Select(Like).DefaultIfEmpty("false"));
        var shown = names.Count == 0 ? "array[]::text[]" : $"array[{string.Join(", ", names.Select(n => $"t.\"{n}\""))}]::text[]";
        return $"""
            select t.id, {(referable.NumberColumn is { } number ? $"t.\"{number}\"" : "''")}, {shown}, {score} as score
            from {referable.Table} t where t.tenant_id = $1 and ({found})
            order by score desc, t.id limit 8
            """;
    }

    /// <summary>Same name, same sound, a whole word of it, the beginning of a word, the sound of a word (two consonants are offered, never taken), similar letters.</summary>
    private static string Score(string column)
    {
        var (look, sound) = ($"runtime.name_key(t.\"{column}\")", $"runtime.sound_key(t.\"{column}\")");
        return $"""
            case when t."{column}" is null then 0 when {look} = {Key} then 1.0
              when {sound} = {Sound} and length({Sound}) > 1 then 0.93
              when ' ' || {look} || ' ' like '% ' || {Key} || ' %' then 0.9
              when ' ' || {look} like '% ' || {Key} || '%' then 0.8
              when ' ' || {sound} || ' ' like '% ' || {Sound} || ' %' and length({Sound}) > 1 then case when length({Sound}) > 2 then 0.78 else 0.4 end
              else 0.75 * greatest(similarity({look}, {Key}), word_similarity({Key}, {look})) end::real
            """;
    }

    private static string Like(string column) => $"""
        runtime.name_key(t."{column}") like '%' || {Key} || '%' or {Key} <% runtime.name_key(t."{column}")
        or (length({Sound}) > 1 and runtime.sound_key(t."{column}") like '%' || {Sound} || '%')
        """;
}
