namespace AgentOS.Tools.Search;

/// <summary>A row of the search.</summary>
internal sealed record FoundRow(string Kind, Guid Id, string? Number, string Name, string? NameArabic, string? Detail, double Score);

/// <summary>One statement over all kinds of records: a single round trip. Row-level security confines it to the tenant.</summary>
internal static class SearchSql
{
    private const int Shown = 4;

    /// <summary>Takes the text that is looked for.</summary>
    public static string Statement { get; } = $$"""
        with q as (select runtime.name_key({0}) as key, runtime.sound_key({0}) as sound, upper(btrim({0})) as number)
        {{string.Join("\nunion all\n", (string[])[
            Of("Customer", "crm.customers t", "t.number", "t.name", "t.name_arabic", "t.city"),
            Of("Contact", "crm.contacts t join crm.customers c on c.id = t.customer_id", "null::text", "t.name", "null::text", "c.name"),
            Of("Lead", "crm.leads t", "t.number", "t.name", "t.name_arabic", "t.company", "t.company"),
            Of("Opportunity", "crm.opportunities t", "t.number", "t.name", "t.name_arabic", "null::text"),
            Of("Product", "erp.products t", "t.sku", "t.name", "t.name_arabic", "null::text"),
            Of("SalesOrder", "erp.sales_orders t join crm.customers c on c.id = t.customer_id", "t.number", "c.name", "c.name_arabic", "null::text"),
            Of("Supplier", "erp.suppliers t", "t.number", "t.name", "t.name_arabic", "t.city"),
        ])}}
        """;

    private static string Of(string kind, string tables, string number, string name, string arabic, string detail, params string[] also)
    {
        var score = string.Join(", ", ((string[])[name, arabic, .. also]).Select(Score));
        return $"""
            (select '{kind}' as "Kind", t.id as "Id", {number} as "Number", {name} as "Name", {arabic} as "NameArabic", {detail} as "Detail", s.score as "Score"
             from q, {tables},
               lateral (select greatest(case when {number} = q.number then 2 else 0 end, {score})::float8 as score) s
             where s.score >= 0.5 order by s.score desc, {number} desc limit {Shown})
            """;
    }

    /// <summary>Same name, same sound, a whole word, a part, similar letters.</summary>
    private static string Score(string name) => $"""
        case when {name} is null or q.key = '' then 0 when runtime.name_key({name}) = q.key then 1.0
          when runtime.sound_key({name}) = q.sound and length(q.sound) > 1 then 0.93
          when ' ' || runtime.name_key({name}) || ' ' like '% ' || q.key || ' %' then 0.9
          when ' ' || runtime.name_key({name}) like '% ' || q.key || '%' then 0.8
          when ' ' || runtime.sound_key({name}) || ' ' like '% ' || q.sound || ' %' and length(q.sound) > 2 then 0.78
          else 0.75 * word_similarity(q.key, runtime.name_key({name})) end
        """;
}
