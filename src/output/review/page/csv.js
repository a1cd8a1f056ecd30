// Facts as a file for spreadsheets.

const COLUMNS = {
  doc: (_, name) => name,
  id: (fact) => fact.id,
  kind: (fact) => fact.kind,
  indicator: indicatorOf,
  number: (fact) => fact.quantity.number,
  max: (fact) => fact.quantity.max,
  unit: (fact) => fact.quantity.unit,
  bound: (fact) => fact.quantity.bound,
  dimension: (fact) => fact.quantity.dimension,
  canonical_number: (fact) => fact.quantity.canonical?.number,
  canonical_unit: (fact) => fact.quantity.canonical?.unit,
  direction: (fact) => fact.change?.direction,
  basis: (fact) => fact.change?.basis,
  base: (fact) => fact.change?.base?.text,
  whole: (fact) => fact.share?.whole?.text,
  scope: (fact) => fact.rank?.scope?.text,
  period: (fact) => fact.period?.text,
  period_start: (fact) => fact.period?.start,
  period_end: (fact) => fact.period?.end,
  subject: (fact) => fact.subject?.text,
  predicate: (fact) => fact.predicate?.text,
  modality: (fact) => fact.modality,
  rule: (fact) => fact.rule,
  doubts: (fact) => fact.doubts.map((doubt) => doubt.reason).join(' '),
  text: (fact) => fact.text,
  char_start: (fact) => fact.quantity.span.char[0],
  char_end: (fact) => fact.quantity.span.char[1],
};

// A cell that no spreadsheet takes for a formula.
function cell(value) {
  let text = String(value ?? '');
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  if (!isNumber && /^\s*[=+\-@\t\r＝＋－＠]/.test(text)) text = `'${text}`;
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
