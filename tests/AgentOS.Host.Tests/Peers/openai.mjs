// The real OpenAI client against our endpoint: node openai.mjs BASE_URL KEY → one JSON object.
import OpenAI, { APIError } from 'openai';

const [baseURL, apiKey] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const out = {};

out.models = (await client.models.list()).data.map((model) => model.id);

const first = [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'hello there' }];
const one = await client.chat.completions.create({ model: 'agentos', messages: first });
out.first = one.choices[0].message.content;
out.finish = one.choices[0].finish_reason;
out.tokens = one.usage.total_tokens;

const second = [...first, { role: 'assistant', content: out.first }, { role: 'user', content: [{ type: 'text', text: 'and again' }] }];
const stream = await client.chat.completions.create({ model: 'crm', messages: second, stream: true, stream_options: { include_usage: true } });
out.streamed = '';
out.chunks = 0;
for await (const chunk of stream) {
  out.streamed += chunk.choices[0]?.delta?.content ?? '';
  out.streamFinish = chunk.choices[0]?.finish_reason ?? out.streamFinish;
  out.streamTokens = chunk.usage?.total_tokens ?? out.streamTokens;
  out.chunks += 1;
}

const third = [...second, { role: 'assistant', content: out.streamed }, { role: 'user', content: 'third' }];
out.third = (await client.chat.completions.create({ model: 'agentos', messages: third })).choices[0].message.content;
out.fresh = (await client.chat.completions.create({ model: 'agentos', messages: first })).choices[0].message.content;
for (const n of [1, 2]) {
  out[`named${n}`] = (await client.chat.completions.create({ model: 'agentos', messages: first, metadata: { conversation: 'mine' } })).choices[0].message.content;
}

out.helper = await client.chat.completions.stream({ model: 'agentos', messages: first }).finalContent();

const failing = async (act) => {
  try {
    await act();
    return null;
  } catch (error) {
    return error instanceof APIError ? { status: error.status, code: error.code, type: error.type, message: error.message } : { other: String(error) };
  }
};
out.unknownModel = await failing(() => client.chat.completions.create({ model: 'gpt-9', messages: first }));
out.wrongKey = await failing(() => new OpenAI({ baseURL, apiKey: 'sk-wrong', maxRetries: 0 }).models.list());
out.noMessages = await failing(() => client.chat.completions.create({ model: 'agentos', messages: [] }));
console.log(JSON.stringify(out));
