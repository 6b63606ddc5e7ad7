// The page's course: sign in, show the conversation so far, say, show what happens.
import { get, post, stream, ApiError } from './api.js';
import { close, element, mine, Reply } from './render.js';
import { language, show, speak, text } from './text.js';

const $ = (id) => document.getElementById(id);
const random = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
let conversation = localStorage.getItem('agentos.conversation') ?? begin();
let working = false;

function begin() {
  const id = `web-${random()}`;
  localStorage.setItem('agentos.conversation', id);
  return id;
}

function add(node) {
  $('welcome').hidden = true;
  $('log').append(node);
  node.scrollIntoView({ block: 'end' });
}

function setWorking(on) {
  working = on;
  $('send').hidden = on;
  $('stop').hidden = !on;
}

const path = (tail) => `/api/v1/conversations/${encodeURIComponent(conversation)}${tail}`;

function say(said, messageId = random()) {
  add(mine(said));
  retireApprovals();
  return turn(path('/messages'), { text: said, messageId });
}

function answer(id, approved) {
  return turn(`/api/v1/approvals/${encodeURIComponent(id)}`, { approved });
}

// A newer message may answer an open approval; its buttons would then be refused.
function retireApprovals() {
  for (const card of document.querySelectorAll('.approval')) close(card, '');
}

async function turn(url, body) {
  const reply = new Reply(answer);
  add(reply.node);
  setWorking(true);
  const follow = () => $('log').scrollTo({ top: $('log').scrollHeight });
  const handlers = {
    text: (data) => reply.text(data.delta),
    tool_started: (data) => reply.started(data),
    tool_finished: (data) => reply.finished(data),
    approval_needed: (data) => reply.approval(data.approval),
    handed_off: (data) => reply.handed(data),
    ended: (data) => reply.ended(data),
    reply: (data) => reply.ended({ reply: data.said ?? text('approved'), language }),
    error: (data) => reply.failed(data.error.message, () => turn(url, body)),
  };
  try {
    await stream(url, body, (name, data) => { handlers[name]?.(data); follow(); });
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 401) return enter();
    const message = failure instanceof ApiError ? failure.message : text('broken');
    reply.failed(message, failure instanceof ApiError && failure.status < 500 ? null : () => turn(url, body));
    if (!(failure instanceof ApiError)) watch();
  } finally {
    setWorking(false);
    follow();
    $('say').focus();
  }
}

// Says that the server is away, and when it is back.
let watching = false;
async function watch() {
  if (watching) return;
  watching = true;
  for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
    if (await fetch('/health/live').then((response) => response.ok, () => false)) break;
    $('notice').textContent = text('offline');
    $('notice').hidden = false;
    await new Promise((resume) => { setTimeout(resume, wait); });
  }

  watching = false;
  $('notice').hidden = true;
}

async function recall() {
  const { turns } = await get(path(''));
  $('log').replaceChildren();
  for (const past of turns) {
    if (past.said) add(mine(past.said));
    const reply = new Reply(answer);
    add(reply.node);
    for (const tool of past.tools) reply.finished(tool);
    if (past.approval) reply.approval(past.approval);
    reply.ended({ reply: past.reply, language: past.language });
  }

  $('welcome').hidden = turns.length > 0;
}

function suggest() {
  $('suggestions').replaceChildren(...text('suggestions').map((said) => {
    const button = element('button', { type: 'button', dir: 'auto', textContent: said });
    button.addEventListener('click', () => { if (!working) say(said); });
    return element('li', {}, button);
  }));
}

async function enter() {
  try {
    const me = await get('/api/v1/me');
    $('company').textContent = me.tenant;
    $('sign-in').hidden = true;
    $('leave').hidden = false;
    // The past comes before the box to write in: what is said meanwhile would be wiped by it.
    await recall();
    $('chat').hidden = false;
    $('say').focus();
  } catch (failure) {
    if (!(failure instanceof ApiError)) {
      await watch();
      return enter();
    }

    const unknown = failure.status === 401;
    $('chat').hidden = unknown;
    $('leave').hidden = unknown;
    $('sign-in').hidden = !unknown;
    if (unknown) return $('key').focus();
    $('notice').textContent = failure.message;
    $('notice').hidden = false;
  }
}

$('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const said = $('say').value.trim();
  if (!said || working) return;
  $('say').value = '';
  say(said);
});
$('say').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $('composer').requestSubmit();
});
$('stop').addEventListener('click', () => post(path('/stop'), {}).catch(() => {}));
$('new').addEventListener('click', () => {
  if (working) return;
  conversation = begin();
  $('log').replaceChildren();
  $('welcome').hidden = false;
  $('say').focus();
});
$('language').addEventListener('click', () => { speak(language === 'ar' ? 'en' : 'ar'); suggest(); });
$('theme').addEventListener('click', () => {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('agentos.theme', document.documentElement.dataset.theme);
});
$('leave').addEventListener('click', async () => { await post('/api/v1/sign-out', {}); location.reload(); });
$('key-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('key-error').textContent = '';
  try {
    await post('/api/v1/sign-in', { token: $('key').value.trim() });
    $('key').value = '';
    await enter();
  } catch (failure) {
    $('key-error').textContent = failure.message;
  }
});
window.addEventListener('offline', watch);

const theme = localStorage.getItem('agentos.theme');
if (theme) document.documentElement.dataset.theme = theme;
show();
suggest();
enter();
