// The facts as a table, and the fact that is chosen in full.

const HEADINGS = ['number', 'kind', 'indicator', 'value', 'unit', 'change', 'period', 'subject', 'rule', 'doubts'];
const STEP = 500;
let rowsShown = STEP;

function showTable() {
  const facts = shownFacts();
  const heads = HEADINGS.map((key) => make('th', { scope: 'col', role: 'columnheader', class: `of-${key}` }, word(key)));
  const rows = facts.slice(0, rowsShown).map(rowOf);
  by('rows').replaceChildren(
    make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, ...heads)),
    make('tbody', { role: 'rowgroup' }, ...rows),
  );
  by('rows').hidden = facts.length === 0;
  by('rows').setAttribute('aria-rowcount', String(facts.length + 1));
  by('more').hidden = facts.length <= rowsShown;
  by('empty').hidden = facts.length > 0;
  by('empty').textContent = word(DOCUMENTS[view].facts.length === 0 ? 'noFacts' : 'nothing');
  markTable();
}

function rowOf(fact) {
  const { quantity } = fact;
  const cells = {
    number: [String(fact.id)],
    kind: [make('span', { class: `quantity ${fact.kind}` }, word(fact.kind)), fact.modality === 'actual' ? null : ` ${word(fact.modality)}`],
    indicator: [indicatorOf(fact)],
    value: [valueOf(quantity), make('small', { lang: 'zh' }, quantity.text)],
    unit: [quantity.unit],
    change: changeOf(fact.change),
    period: [fact.period?.text ?? '', make('small', {}, ...(periodOf(fact) === fact.period?.text ? [] : daysOf(fact)))],
    subject: [fact.subject?.text ?? ''],
    rule: fact.rule.split(/(?<=\.)/).flatMap((part) => [make('wbr'), part]),
    doubts: fact.doubts.map((doubt) => make('span', { class: 'doubt' }, `⚠ ${doubtOf(doubt)}`)),
  };
  const row = make('tr', { role: 'row', 'data-row': fact.id, tabindex: -1, 'aria-selected': 'false' });
  for (const key of HEADINGS) {
    const empty = cells[key].every((part) => part === null || (part.textContent ?? part) === '');
    row.append(make('td', { role: 'gridcell', class: `of-${key}${empty ? ' blank' : ''}`, 'data-head': word(key) }, ...cells[key]));
  }
  row.addEventListener('click', () => getSelection().toString() === '' && choose(fact, 'table'));
  return row;
}

// The days of a period.
function daysOf(fact) {
  return periodOf(fact).split(/(?<= –) /).map(partOf);
}

function rowFor(fact) {
  const at = shownFacts().indexOf(fact);
  if (at >= rowsShown) {
    rowsShown = at + STEP;
    showTable();
  }
  return by('rows').querySelector(`[data-row="${fact.id}"]`);
}

function markTable() {
  const first = shownFacts()[0];
  for (const row of by('rows').querySelectorAll('[data-row]')) {
    const selected = chosen !== null && row.dataset.row === String(chosen.id);
    row.setAttribute('aria-selected', String(selected));
    row.tabIndex = selected || (chosen === null && row.dataset.row === String(first?.id)) ? 0 : -1;
  }
}

function showInTable(fact, focused) {
  const row = rowFor(fact);
  row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (focused) row?.focus({ preventScroll: true });
}

function showDetail() {
  by('detail').hidden = chosen === null;
  if (chosen === null) return;
  const fact = chosen;
  const button = (key, id, act) => {
    const made = make('button', { type: 'button', id }, word(key));
    made.addEventListener('click', act);
    return made;
  };
  const list = make('dl');
  for (const { role, slot } of slotsOf(fact)) {
    const to = make('button', { type: 'button', class: 'link', lang: 'zh' }, slot.text);
    to.addEventListener('click', () => showInArticle(fact, role, true));
    list.append(make('div', {}, make('dt', {}, word(role)), make('dd', {}, to, slot.inherited ? make('small', {}, word('inherited')) : null)));
  }
  by('detail').replaceChildren(
    make('p', { class: 'row' },
      make('strong', {}, `${fact.id} `), make('span', { class: `quantity ${fact.kind}` }, word(fact.kind)), fact.modality === 'actual' ? null : word(fact.modality),
      make('span', { class: 'fill' }),
      button('toArticle', 'to-article', () => showInArticle(fact, 'quantity', true)), button('toRow', 'to-row', () => showInTable(fact, true)),
      button('copy', 'copy', () => copy(fact)), button('close', 'close', () => choose(null))),
    list,
    ...fact.doubts.map((doubt) => make('span', { class: 'doubt' }, `⚠ ${doubtOf(doubt)}`)),
  );
}

// Copies a fact as it stands in JSON Lines.
async function copy(fact) {
  const text = JSON.stringify({ doc: DOCUMENTS[view].doc, ...fact });
  const copied = (await navigator.clipboard?.writeText(text).then(() => true, () => false)) || copyOld(text);
  say(copied ? word('copied', fact.id) : word('notCopied'));
}

// For browsers that lend the clipboard to no page from disk.
function copyOld(text) {
  const area = make('textarea', { class: 'said', 'aria-hidden': 'true' });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  by('copy')?.focus();
  return copied;
}
