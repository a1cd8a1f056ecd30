// The documents of the page, their facts and slots, and which facts the filters let through.

const KINDS = ['level', 'change', 'share', 'rank'];
const DOCUMENTS = [...document.querySelectorAll('script.document')].map((script) => JSON.parse(script.textContent));
const filters = { kinds: new Set(KINDS), indicator: null, period: null, query: '', doubtful: false };

function by(id) {
  return document.getElementById(id);
}

// An element with attributes and children; text is only ever text.
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// The slots of a fact in the order in which keys go through them.
function slotsOf(fact) {
  const slots = [
    ['quantity', fact.quantity], ['indicator', fact.indicator], ['subject', fact.subject], ['predicate', fact.predicate],
    ['period', fact.period], ['cue', fact.change], ['base', fact.change?.base], ['whole', fact.share?.whole], ['scope', fact.rank?.scope],
  ];
  return slots.filter(([, slot]) => slot?.span).map(([role, slot]) => ({ role, slot }));
}

// Spans count Unicode scalar values, strings of a browser UTF-16 units.
function unitsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (at) => at;
  const starts = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  starts.push(unit);
  return (at) => starts[at];
}

function indicatorOf(fact) {
  return fact.indicator?.text ?? '';
}

// A period as its days, or as it is written where it has none.
function periodOf(fact) {
  const period = fact.period;
  if (!period) return '';
  if (!period.start && !period.end) return period.text;
  return period.start === period.end ? period.start : `${period.start ?? '…'} – ${period.end ?? '…'}`;
}

function textsOf(fact) {
  return [fact.text, fact.rule, fact.quantity.number, ...slotsOf(fact).map(({ slot }) => slot.text)].join('\n').toLowerCase();
}

function passes(fact) {
  return filters.kinds.has(fact.kind)
    && (filters.indicator === null || indicatorOf(fact) === filters.indicator)
    && (filters.period === null || periodOf(fact) === filters.period)
    && (!filters.doubtful || fact.doubts.length > 0)
    && (filters.query === '' || textsOf(fact).includes(filters.query));
}

const SIGNS = { exact: '', about: '≈ ', gt: '> ', ge: '≥ ', lt: '< ', le: '≤ ', range: '' };

// A number with its bound, grouped for reading; its digits stay exact.
function valueOf({ number, max, bound }) {
  const grouped = (digits) => digits.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  return SIGNS[bound] + grouped(number) + (max === null ? '' : ` – ${grouped(max)}`);
}

// Which way and against what, each a part of its own.
function changeOf(change) {
  if (!change) return [];
  const arrow = { up: '↑', down: '↓', flat: '→' }[change.direction];
  return [`${arrow} ${word(change.direction)}`, word(change.basis)].filter(Boolean).map(partOf);
}

// A part of a cell, which lines do not cut.
function partOf(text) {
  return make('span', { class: 'part' }, `${text} `);
}

function doubtOf(doubt, tongue = language) {
  const about = { above_total: [doubt.total], below_parts: [doubt.parts?.join(', '), doubt.sum], against_levels: [...(doubt.levels ?? []), doubt.growth] };
  return wordIn(tongue, doubt.reason, ...(about[doubt.reason] ?? []));
}

// How often each text occurs, the most frequent first.
function counted(texts) {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
