// Makes the page's elements. Everything that came from outside is set as text, never as markup.
import { text } from './text.js';

export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

export function mine(said) {
  return element('li', { className: 'mine' },
    element('span', { className: 'hidden', textContent: `${text('you')}: ` }),
    element('div', { className: 'said', dir: 'auto', textContent: said }));
}

/** One reply as it grows: text, tool calls, hand-offs, an approval. */
export class Reply {
  constructor(onAnswer) {
    this.onAnswer = onAnswer;
    this.tools = new Map();
    this.steps = element('div', { className: 'steps' });
    this.said = element('div', { className: 'said', dir: 'auto' });
    this.dots = element('div', { className: 'dots', role: 'status' }, element('span', { className: 'hidden', textContent: text('working') }));
    this.node = element('li', { className: 'theirs working' }, this.steps, this.said, this.dots);
    this.node.setAttribute('aria-busy', 'true');
  }

  text(delta) { this.said.textContent += delta; }

  started({ callId, tool, arguments: asked }) {
    const state = element('span', { className: 'state', textContent: text('tool').running });
    const node = element('details', { className: 'tool' },
      element('summary', {}, element('bdi', { textContent: tool }), ' · ', state),
      element('div', { textContent: text('arguments') }), element('pre', { textContent: JSON.stringify(asked, null, 2) }));
    node.dataset.state = 'running';
    this.tools.set(callId, { node, state });
    this.steps.append(node);
  }

  finished({ callId, tool, succeeded, said, data, arguments: asked }) {
    if (!this.tools.has(callId)) this.started({ callId, tool, arguments: asked ?? {} });
    const { node, state } = this.tools.get(callId);
    node.dataset.state = succeeded ? 'done' : 'refused';
    state.textContent = text('tool')[node.dataset.state];
    const shown = data ? JSON.stringify(data, null, 2) : said ?? '';
    if (shown) node.append(element('div', { textContent: text('result') }), element('pre', { textContent: shown, dir: data ? 'ltr' : 'auto' }));
  }

  handed({ to }) { this.steps.append(element('div', { className: 'handed', textContent: text('handed')(to) })); }

  approval(approval, open = true) {
    this.card?.remove();
    this.card = approvalCard(approval, open ? this.onAnswer : null);
    this.node.append(this.card);
  }

  ended({ reply, language, approval }) {
    this.said.textContent = reply;
    this.said.lang = language;
    if (approval && !this.card) this.approval(approval);
    this.over();
  }

  failed(message, retry) {
    this.node.classList.add('failed');
    this.said.textContent = message;
    this.over();
    if (!retry) return;
    const again = element('button', { type: 'button', textContent: text('retry') });
    again.addEventListener('click', () => { this.node.remove(); retry(); });
    this.node.append(again);
  }

  over() {
    this.dots.remove();
    this.node.classList.remove('working');
    this.node.removeAttribute('aria-busy');
    for (const { node, state } of this.tools.values()) {
      if (node.dataset.state === 'running') state.textContent = '—';
    }
  }
}

function approvalCard(approval, onAnswer) {
  const card = element('section', { className: 'approval' }, element('h3', { textContent: text('approval') }));
  card.setAttribute('aria-label', text('approval'));
  card.dataset.approval = approval.id;
  if (approval.changes?.length) card.append(element('div', { className: 'scroll', tabIndex: 0 }, ...approval.changes.map(changeTable)));
  if (!onAnswer) return card;
  const answers = element('div', { className: 'answers' });
  for (const [approved, name] of [[true, 'approve'], [false, 'decline']]) {
    const button = element('button', { type: 'button', className: approved ? 'primary' : '', textContent: text(name) });
    button.addEventListener('click', () => {
      close(card, text(approved ? 'approved' : 'declined'));
      onAnswer(approval.id, approved);
    });
    answers.append(button);
  }

  card.append(answers);
  return card;
}

export function close(card, outcome) {
  const answers = card.querySelector('.answers');
  if (answers) answers.replaceWith(element('p', { className: 'outcome', textContent: outcome }));
}

function changeTable(change) {
  const table = element('table', {}, element('caption', {},
    element('bdi', { textContent: change.label || change.table }), ' · ', element('bdi', { textContent: change.table }), ` · ${text('row')[change.kind]}`));
  table.append(element('thead', {}, element('tr', {}, ...['column', 'before', 'after'].map((name) => element('th', { scope: 'col', textContent: text(name) })))));
  table.append(element('tbody', {}, ...readable(change.columns).map((column) => element('tr', {},
    element('th', { scope: 'row', textContent: column.name, dir: 'ltr' }),
    element('td', { className: 'before', dir: 'auto', textContent: column.before }),
    element('td', { className: 'after', dir: 'auto', textContent: column.after })))));
  return table;
}

// As a person reads it: no keys, no empty columns, money in one piece.
function readable(columns) {
  const find = (name) => columns.find((column) => column.name === name);
  return columns
    .filter(({ name, before, after }) => !['id', 'tenant_id', 'version'].includes(name)
      && !(name.endsWith('_currency') && find(name.replace(/_currency$/, '_amount')))
      && (shown(before) || shown(after)) && !isKey(before) && !isKey(after))
    .map(({ name, before, after }) => {
      const currency = name.endsWith('_amount') ? find(name.replace(/_amount$/, '_currency')) : null;
      const join = (value, unit) => `${shown(value)} ${unit ?? ''}`.trim();
      return { name: (currency ? name.slice(0, -7) : name).replaceAll('_', ' '), before: join(before, currency?.before), after: join(after, currency?.after) };
    });
}

const isKey = (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

function shown(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 4 });
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
