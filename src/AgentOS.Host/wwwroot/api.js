// Talks to the server: JSON, and server-sent events over fetch.
import { language } from './text.js';

export class ApiError extends Error {
  constructor(status, body) {
    super(body?.error?.message ?? `HTTP ${status}`);
    this.status = status;
    this.code = body?.error?.code;
  }
}

async function request(method, path, body, accept = 'application/json') {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { Accept: accept, 'Accept-Language': language, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  return response;
}

export const get = async (path) => (await request('GET', path)).json();
export const post = async (path, body) => {
  const response = await request('POST', path, body);
  return response.headers.get('Content-Type')?.includes('json') ? response.json() : null;
};

/** Posts, and calls `on(name, data)` for each event. Rejects when the stream ends without `ended` or `error`. */
export async function stream(path, body, on) {
  const response = await request('POST', path, body, 'text/event-stream');
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
    on('reply', await response.json());
    return;
  }

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  let over = false;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    pending += value;
    let end;
    while ((end = pending.indexOf('\n\n')) >= 0) {
      const event = parse(pending.slice(0, end));
      pending = pending.slice(end + 2);
      over ||= event.name === 'ended' || event.name === 'error';
      on(event.name, event.data);
    }
  }

  if (!over) throw new TypeError('The stream broke.');
}

function parse(block) {
  const event = { name: 'message', data: null };
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) event.name = line.slice(7);
    else if (line.startsWith('data: ')) event.data = JSON.parse(line.slice(6));
  }

  return event;
}
