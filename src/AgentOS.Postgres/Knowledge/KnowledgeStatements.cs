namespace AgentOS.Postgres.Knowledge;

/// <summary>What is asked of the tables of documents and passages.</summary>
internal static class KnowledgeStatements
{
    public const string Document = "d.id, d.collection, d.source, d.title, d.language, d.labels, d.valid_from, d.valid_until, d.owner, d.content_hash, d.read_at, d.passage_count";

    public const string Passage = "p.id, p.document_id, p.number, p.text, p.headings, p.place, p.language";

    /// <summary>The first to write a source gives the document its id.</summary>
    public const string Keep = """
        insert into knowledge.documents as d
          (tenant_id, id, version, collection, source, title, name, language, labels, valid_from, valid_until, owner, content_hash, read_at, passage_count)
        values ($1, $2, 1, $3, $4, $5, case when $3 = 'documents' then $5 end, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (tenant_id, collection, source) do update set
          version = d.version + 1, title = excluded.title, name = excluded.name, language = excluded.language, labels = excluded.labels,
          valid_from = excluded.valid_from, valid_until = excluded.valid_until, owner = excluded.owner, content_hash = excluded.content_hash,
          read_at = excluded.read_at, passage_count = excluded.passage_count
        """;

    public const string DropPassages = """
        delete from knowledge.passages p using knowledge.documents d
        where d.tenant_id = $1 and d.collection = $2 and d.source = $3 and p.tenant_id = $1 and p.document_id = d.id
        """;

    /// <summary>Headings come joined, since an array of arrays would have to be rectangular.</summary>
    public const string KeepPassages = """
        insert into knowledge.passages (tenant_id, id, document_id, number, text, headings, place, language)
        select $1, n.id, d.id, n.number, n.text, string_to_array(n.headings, e'\x1f'), n.place, n.language
        from unnest($4::uuid[], $5::integer[], $6::text[], $7::text[], $8::text[], $9::text[]) as n (id, number, text, headings, place, language),
          knowledge.documents d
        where d.tenant_id = $1 and d.collection = $2 and d.source = $3
        """;

    public const string Remove = "delete from knowledge.documents where tenant_id = $1 and id = any($2)";

    /// <summary>Forgets which documents were removed long ago; an index that has not been brought up to date since begins anew.</summary>
    public const string Prune = """
        with pruned as (
          delete from knowledge.changes where tenant_id = $1 and removed_at < now() - $2::interval returning position)
        update knowledge.positions set removals_since = greatest(removals_since, (select max(position) from pruned))
        where tenant_id = $1 and exists (select from pruned)
        """;

    public const string List = $"select {Document} from knowledge.documents d where d.tenant_id = $1 and d.collection = $2 order by d.source collate \"C\"";

    public const string Passages = $"select {Passage} from knowledge.passages p where p.tenant_id = $1 and p.document_id = $2 order by p.number";

    public const string PassagesOfMany = $"select {Passage} from knowledge.passages p where p.tenant_id = $1 and p.document_id = any($2) order by p.document_id, p.number";

    public const string Position = "select position from knowledge.positions where tenant_id = $1";

    public const string RemovalsSince = "select removals_since from knowledge.positions where tenant_id = $1";

    /// <summary>The next changes, as many as together have about so many passages.</summary>
    public const string Changes = $"""
        select * from (
          select n.position, n.document_id, sum(coalesce(d.passage_count, 0)) over (order by n.position, n.document_id) - coalesce(d.passage_count, 0) as before, {Document}
          from (
            select c.position, c.document_id from knowledge.changes c
            where c.tenant_id = $1 and (c.position, c.document_id) > ($2, $3) and (c.removed_at is null or $4)
            order by c.position, c.document_id limit $5) n
          left join knowledge.documents d on d.tenant_id = $1 and d.id = n.document_id) page
        where before < $6 order by position, document_id
        """;
}
