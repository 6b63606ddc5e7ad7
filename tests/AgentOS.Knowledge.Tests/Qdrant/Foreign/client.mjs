// Drives a Qdrant server, or what stands in for one, with Qdrant's own client, and prints what it was told.
import { QdrantClient } from '@qdrant/js-client-rest';

const client = new QdrantClient({ url: process.argv[2], apiKey: process.argv[3], checkCompatibility: false });
const ids = ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000003'];

await client.createCollection('shelf-1', { vectors: { text: { size: 2, distance: 'Cosine' } }, sparse_vectors: { words: {} } });
await client.createPayloadIndex('shelf-1', { field_name: 'tenant', field_schema: { type: 'keyword', is_tenant: true }, wait: true });
await client.createPayloadIndex('shelf-1', { field_name: 'labels', field_schema: 'keyword', wait: true });
await client.updateCollectionAliases({ actions: [{ create_alias: { alias_name: 'shelf', collection_name: 'shelf-1' } }] });
await client.upsert('shelf', {
  wait: true,
  points: [
    { id: ids[0], vector: { text: [3, 0], words: { indices: [1, 2], values: [1, 1] } }, payload: { tenant: 'a', labels: ['x', 'y'] } },
    { id: ids[1], vector: { text: [1, 1], words: { indices: [2], values: [5] } }, payload: { tenant: 'a', labels: ['y'] } },
    { id: ids[2], vector: { text: [0, 2] }, payload: { tenant: 'b' } },
  ],
});
const filter = { must: [{ key: 'tenant', match: { value: 'a' } }] };
const fused = (query) => client.query('shelf', {
  prefetch: [{ query: [1, 0], using: 'text', filter }, { query: { indices: [2, 9], values: [2, 1] }, using: 'words', filter }],
  query, limit: 10, with_payload: true,
});
const told = (answer) => answer.points.map((point) => [ids.indexOf(point.id), Math.round(point.score * 1e5) / 1e5]);
const refused = async (call) => {
  try {
    await call();
    return 0;
  } catch (error) {
    return error.status;
  }
};

console.log(JSON.stringify({
  dense: told(await client.query('shelf', { query: [2, 0], using: 'text' })),
  sparse: told(await client.query('shelf', { query: { indices: [1, 2], values: [1, 1] }, using: 'words' })),
  fusion: told(await fused({ fusion: 'rrf' })),
  rrf: told(await fused({ rrf: { k: 61 } })),
  except: (await client.scroll('shelf', { filter: { must_not: [{ key: 'labels', match: { any: ['x'] } }] } })).points.map((point) => ids.indexOf(point.id)),
  pages: await client.scroll('shelf', { limit: 2, with_payload: false }).then((page) => [page.points.length, ids.indexOf(page.next_page_offset)]),
  count: (await client.count('shelf', { filter, exact: true })).count,
  facet: (await client.facet('shelf', { key: 'labels', exact: true })).hits.map((hit) => [hit.value, hit.count]),
  aliases: (await client.getAliases()).aliases,
  exists: [(await client.collectionExists('shelf-1')).exists, (await client.collectionExists('shelf-2')).exists],
  again: await refused(() => client.createCollection('shelf-1', {})),
  missing: await refused(() => client.query('shelf-2', { query: [1, 0] })),
  dimensions: await refused(() => client.query('shelf', { query: [1, 0, 0], using: 'text' })),
  name: await refused(() => client.query('shelf', { query: [1, 0], using: 'texts' })),
  unindexed: await refused(() => client.count('shelf', { filter: { must: [{ key: 'colour', match: { value: 'red' } }] } })),
  deleted: await client.delete('shelf', { wait: true, filter }).then(() => client.count('shelf', {})).then((left) => left.count),
  dropped: await client.deleteCollection('shelf-1'),
}));
