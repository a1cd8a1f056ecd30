// What is shown, and what clicks and keys do.

const OVERVIEW = -1;
const THEMES = ['auto', 'light', 'dark'];
let view = named();
let chosen = null;
let theme = THEMES.includes(kept('theme')) ? kept('theme') : 'auto';
let passing = null;

const narrow = matchMedia('(max-width: 959px)');

function say(text) {
  by('said').textContent = text;
}

// The facts of the shown document that pass the filters.
function shownFacts() {
  passing ??= view === OVERVIEW ? [] : DOCUMENTS[view].facts.filter(passes);
  return passing;
}

// Chooses a fact, or none; `from` is the side on which a reader did.
function choose(fact, from) {
  chosen = fact;
  markArticle();
  markTable();
  showDetail();
  if (fact === null) {
    say(word('cleared'));
    return;
  }
  say(word('speak', fact.id, word(fact.kind), indicatorOf(fact), fact.quantity.text));
  if (from !== 'article') showInArticle(fact, 'quantity', false);
  // on a phone they are one above the other
  if (!narrow.matches) showInTable(fact, false);
}

function showView() {
  const isDocument = view !== OVERVIEW;
  passing = null;
  chosen = null;
  rowsShown = STEP;
  by('all').hidden = isDocument;
  by('article').hidden = !isDocument;
  by('facts').hidden = !isDocument;
  document.body.classList.toggle('reading', isDocument);
  by('document').value = String(view);
  by('overview-button').setAttribute('aria-pressed', String(!isDocument));
  by('previous').disabled = view <= 0;
  by('next').disabled = view >= DOCUMENTS.length - 1;
  if (isDocument) showArticle(DOCUMENTS[view]);
  showFilters();
  by('article').scrollTop = 0;
  by('facts').scrollTop = 0;
  scrollTo(0, 0);
}

function scopeFacts() {
  return view === OVERVIEW ? DOCUMENTS.flatMap(({ facts }) => facts) : DOCUMENTS[view].facts;
}

// Fills a list of choices with what the facts in view have; what is chosen stays.
function fillChoices(id, any, texts) {
  const options = counted(texts).map(([text, count]) => make('option', { value: `=${text}` }, `${text || word('none')} (${count})`));
  by(id).replaceChildren(make('option', { value: '' }, word(any)), ...options);
  const value = filters[id] === null ? '' : `=${filters[id]}`;
  by(id).value = value;
  if (by(id).value !== value) {
    filters[id] = null;
    by(id).value = '';
  }
}

function showFilters() {
  const facts = scopeFacts();
  fillChoices('indicator', 'anyIndicator', facts.map(indicatorOf));
  fillChoices('period', 'anyPeriod', facts.map(periodOf));
  by('kinds').replaceChildren(...KINDS.map((kind) => {
    const button = make('button', { type: 'button', class: `kind ${kind}`, 'data-kind': kind, 'aria-pressed': String(filters.kinds.has(kind)) });
    button.append(`${word(kind)} `, make('small', {}, String(facts.filter((fact) => fact.kind === kind).length)));
    button.addEventListener('click', () => {
      if (!filters.kinds.delete(kind)) filters.kinds.add(kind);
      button.setAttribute('aria-pressed', String(filters.kinds.has(kind)));
      showFiltered();
    });
    return button;
  }));
  showFiltered();
}

// Shows what passes the filters, wherever facts are shown.
function showFiltered() {
  passing = null;
  const facts = view === OVERVIEW ? scopeFacts().filter(passes) : shownFacts();
  by('count').textContent = word('count', facts.length, scopeFacts().length);
  if (chosen !== null && !passes(chosen)) chosen = null;
  if (view === OVERVIEW) {
    showOverview(facts);
    return;
  }
  showTable();
  showCharts(by('charts'), facts);
  dimArticle();
  markArticle();
  showDetail();
}

function showOverview(facts) {
  const totals = KINDS.map((kind) => make('span', { class: 'total' }, make('span', { class: `quantity ${kind}` }, word(kind)),
    make('b', {}, ` ${facts.filter((fact) => fact.kind === kind).length}`)));
  by('totals').replaceChildren(...totals);
  const heads = ['document', ...KINDS, 'doubts', 'total'].map((key) =>
    make('th', { scope: 'col', role: 'columnheader', class: key === 'document' ? null : 'figure' }, word(key)));
  const rows = DOCUMENTS.map((given, at) => documentRow(given, at)).filter((row) => row !== null);
  by('documents').replaceChildren(
    make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, ...heads)), make('tbody', { role: 'rowgroup' }, ...rows));
  if (DOCUMENTS.length === 0) by('documents').replaceChildren(make('caption', {}, word('noDocuments')));
  // 全市 is another city in each document: only who has narrowed the facts down knows what may be compared
  const narrowed = filters.indicator !== null || filters.query !== '';
  showCharts(by('overview-charts'), narrowed ? facts : []);
  if (!narrowed && DOCUMENTS.length > 1) by('overview-charts').append(make('p', { class: 'note' }, word('narrow')));
}

// A document with its facts that pass; none where none does, unless it never had any.
function documentRow(given, at) {
  const facts = given.facts.filter(passes);
  if (facts.length === 0 && given.facts.length > 0) return null;
  const name = make('button', { type: 'button', class: 'link', 'data-document': at }, given.doc);
  name.addEventListener('click', () => open(at));
  const number = (key, count) =>
    make('td', { role: 'cell', class: count === 0 ? 'figure blank' : 'figure', 'data-head': word(key) }, count === 0 ? '·' : String(count));
  const kinds = KINDS.map((kind) => number(kind, facts.filter((fact) => fact.kind === kind).length));
  const doubts = facts.filter((fact) => fact.doubts.length > 0).length;
  return make('tr', { role: 'row' }, make('td', { role: 'rowheader' }, name), ...kinds, number('doubts', doubts), number('total', facts.length));
}

function open(at) {
  view = at;
  location.hash = at === OVERVIEW ? 'overview' : `document-${at}`;
  showView();
}

// The document that the address names; else the only one, or the overview.
function named() {
  const found = /^#document-(\d+)$/.exec(location.hash);
  if (found && Number(found[1]) < DOCUMENTS.length) return Number(found[1]);
  return DOCUMENTS.length === 1 && location.hash !== '#overview' ? 0 : OVERVIEW;
}

function showTheme() {
  document.documentElement.dataset.theme = theme;
  by('theme').textContent = word('theme', word(theme));
}

// Everything in the words of the language.
function showAll() {
  speakLanguage();
  showTheme();
  by('document').replaceChildren(
    make('option', { value: OVERVIEW }, word('overview')), ...DOCUMENTS.map(({ doc }, at) => make('option', { value: at }, doc)));
  const before = chosen;
  showView();
  if (before !== null) choose(before);
}

// Goes to the fact `places` on, on the side where the focus is.
function step(places) {
  const facts = shownFacts();
  if (facts.length === 0) return;
  const at = facts.indexOf(chosen);
  const next = facts[at < 0 ? (places > 0 ? 0 : facts.length - 1) : Math.min(Math.max(at + places, 0), facts.length - 1)];
  const inTable = by('facts').contains(document.activeElement);
  choose(next);
  if (inTable) showInTable(next, true);
  else showInArticle(next, 'quantity', true);
}

// Goes to the next slot of the chosen fact in the article, in text order.
function stepSlot(places) {
  const slots = slotsOf(chosen).sort((a, b) => a.slot.span.char[0] - b.slot.span.char[0]);
  const nodes = slots.map(({ role }) => nodeOf(chosen, role));
  const here = nodes.indexOf(document.activeElement);
  const from = here >= 0 ? here : slots.findIndex(({ role }) => role === 'quantity');
  const { role, slot } = slots[(from + places + slots.length) % slots.length];
  showInArticle(chosen, role, true);
  say(`${word(role)}: ${slot.text}`);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || view === OVERVIEW) return;
  const { activeElement: active } = document;
  const typing = active.matches('input, select, textarea');
  const onFact = active.matches('[data-row], #text span');
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: (onFact || chosen) && (() => step(1)),
    ArrowUp: (onFact || chosen) && (() => step(-1)),
    ArrowRight: chosen && (() => stepSlot(1)),
    ArrowLeft: chosen && (() => stepSlot(-1)),
    Enter: onFact && (() => cross(active)),
    ' ': onFact && (() => cross(active)),
    '/': () => by('query').focus(),
    Escape: chosen && (() => choose(null)),
  };
  if (typing && event.key !== 'Escape') return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

// From a row to the article, from the article to the row.
function cross(active) {
  const id = active.dataset.row ?? active.dataset.fact;
  const fact = id === undefined ? chosen : DOCUMENTS[view].facts[Number(id)];
  if (!fact) return;
  if (chosen !== fact) choose(fact);
  if (active.dataset.row === undefined) showInTable(fact, true);
  else showInArticle(fact, 'quantity', true);
}

function listen() {
  const on = (id, event, act) => by(id).addEventListener(event, act);
  on('overview-button', 'click', () => open(OVERVIEW));
  on('previous', 'click', () => open(view - 1));
  on('next', 'click', () => open(view + 1));
  on('document', 'change', () => open(Number(by('document').value)));
  on('language', 'click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    keep('language', language);
    showAll();
  });
  on('theme', 'click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    keep('theme', theme);
    showTheme();
  });
  for (const id of ['indicator', 'period']) {
    on(id, 'change', () => {
      filters[id] = by(id).value === '' ? null : by(id).value.slice(1);
      showFiltered();
    });
  }
  on('query', 'input', () => {
    filters.query = by('query').value.trim().toLowerCase();
    showFiltered();
  });
  on('doubtful', 'change', () => {
    filters.doubtful = by('doubtful').checked;
    showFiltered();
  });
  on('filters', 'submit', (event) => event.preventDefault());
  on('filters', 'reset', () => {
    Object.assign(filters, { kinds: new Set(KINDS), indicator: null, period: null, query: '', doubtful: false });
    showFilters();
  });
  on('more', 'click', () => {
    rowsShown += STEP;
    showTable();
  });
  on('csv', 'click', () => {
    const given = view === OVERVIEW ? DOCUMENTS : [DOCUMENTS[view]];
    const rows = given.flatMap(({ doc, facts }) => facts.filter(passes).map((fact) => [fact, doc]));
    download('facts.csv', csvOf(rows));
    say(word('downloaded', rows.length));
  });
  document.addEventListener('keydown', onKey);
  addEventListener('hashchange', () => {
    if (location.hash === '#facts' || named() === view) return;
    view = named();
    showView();
  });
}

listen();
showAll();
