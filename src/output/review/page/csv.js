// Facts as a file for spreadsheets.

// The columns of FACTS_CSV, which a test holds against these.
const COLUMNS = {
  doc: (_, name) => name,
  id: (fact) => fact.id,
  kind: (fact) => fact.kind,
  text: (fact) => fact.text,
  byte_start: (fact) => fact.span.byte[0],
  byte_end: (fact) => fact.span.byte[1],
  char_start: (fact) => fact.span.char[0],
  char_end: (fact) => fact.span.char[1],
  quantity: (fact) => fact.quantity.text,
  quantity_char_start: (fact) => fact.quantity.span.char[0],
  quantity_char_end: (fact) => fact.quantity.span.char[1],
  number: (fact) => fact.quantity.number,
  max: (fact) => fact.quantity.max,
  unit: (fact) => fact.quantity.unit,
  bound: (fact) => fact.quantity.bound,
  dimension: (fact) => fact.quantity.dimension,
  canonical_number: (fact) => fact.quantity.canonical?.number,
  canonical_max: (fact) => fact.quantity.canonical?.max,
  canonical_unit: (fact) => fact.quantity.canonical?.unit,
  indicator: indicatorOf,
  subject: (fact) => fact.subject?.text,
  predicate: (fact) => fact.predicate?.text,
  period: (fact) => fact.period?.text,
  period_start: (fact) => fact.period?.start,
  period_end: (fact) => fact.period?.end,
  change: (fact) => fact.change?.text,
  direction: (fact) => fact.change?.direction,
  basis: (fact) => fact.change?.basis,
  base: (fact) => fact.change?.base?.text,
  whole: (fact) => fact.share?.whole?.text,
  scope: (fact) => fact.rank?.scope?.text,
  tied: (fact) => fact.rank?.tied,
  modality: (fact) => fact.modality,
  part_of: (fact) => fact.part_of,
  about: (fact) => fact.about,
  inherited: (fact) => slotsOf(fact).filter(({ slot }) => slot.inherited).map(({ role }) => role).join(' '),
  rule: (fact) => fact.rule,
  doubts: (fact) => fact.doubts.map((doubt) => doubtOf(doubt, 'en')).join('; '),
};

// A cell that no spreadsheet takes for a formula.
function cell(value) {
  let text = String(value ?? '');
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  if (!isNumber && /^([\t\r\n]|\s*[=+\-@＝＋－＠].)/su.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// RFC 4180, with the mark by which spreadsheets know UTF-8.
function csvOf(rows) {
  const lines = [Object.keys(COLUMNS), ...rows.map(([fact, name]) => Object.values(COLUMNS).map((column) => column(fact, name)))];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = make('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
