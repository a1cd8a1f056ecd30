// Charts of the facts that the filters let through, where there are two points at least: growth by indicator, a level over time.

const BARS = 16;
let seriesShown = null;

function drawn(name, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function figure(title, shown, ...above) {
  return make('figure', {}, make('figcaption', {}, title, ...above), shown);
}

// Growth in percent, one bar an indicator, subject, basis and period: the first that is told.
function growths(facts) {
  const bars = new Map();
  for (const fact of facts) {
    const rate = fact.kind === 'change' && fact.quantity.unit === '%' && fact.quantity.max === null && fact.indicator;
    if (!rate) continue;
    const value = Number(fact.quantity.number);
    const signed = fact.change?.direction === 'down' ? -Math.abs(value) : value;
    const key = [indicatorOf(fact), fact.subject?.text, fact.change?.basis, periodOf(fact)].join('\n');
    const label = filters.indicator === null ? indicatorOf(fact) : periodOf(fact) || indicatorOf(fact);
    if (!bars.has(key)) bars.set(key, { label, value: signed, fact });
  }
  const all = [...bars.values()];
  const named = new Map(counted(all.map(({ label }) => label)));
  // one label, two subjects or bases
  const apart = ({ subject, change }) => [subject?.text, word(change?.basis ?? 'unspecified')].filter(Boolean).join(' ');
  return all.map((bar) => ({ ...bar, apart: named.get(bar.label) > 1 ? apart(bar.fact) : '' }));
}

function barChart(all) {
  const bars = all.slice(0, BARS);
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const least = Math.min(...bars.map(({ value }) => value), 0);
  const [height, left, right, width] = [22, 150, 56, 520];
  const from = left + (least < 0 ? right : 0);
  const x = (value) => from + ((value - least) / (most - least || 1)) * (width - right - from);
  const said = bars.map(({ label, apart, value }) => [label, apart, `${value}%`].filter(Boolean).join(' ')).join(', ');
  const picture = drawn('svg', { viewBox: `0 0 ${width} ${bars.length * height + 4}`, role: 'img', 'aria-label': word('growthAlt', said) });
  picture.append(drawn('line', { x1: x(0), x2: x(0), y1: 0, y2: bars.length * height + 4, class: 'axis' }));
  bars.forEach(({ label, apart, value, fact }, at) => {
    const y = at * height + 4;
    const room = Math.max(11 - Math.ceil(apart.length / (language === 'zh' ? 1 : 2)), 2);
    const name = [label.length > room ? `${label.slice(0, room - 1)}…` : label, apart].filter(Boolean).join(' ');
    const end = value < 0 ? { x: x(value) - 4, 'text-anchor': 'end' } : { x: x(value) + 4 };
    picture.append(
      drawn('text', { x: left - 8, y: y + 13, 'text-anchor': 'end' }, drawn('title', {}, fact.text), name),
      drawn('rect', { x: Math.min(x(0), x(value)), y, width: Math.max(Math.abs(x(value) - x(0)), 1), height: height - 6, class: value < 0 ? 'down' : 'up' }),
      drawn('text', { ...end, y: y + 13 }, String(value)),
    );
  });
  const more = all.length > BARS ? ` (${word('moreBars', BARS, all.length)})` : '';
  return figure(word('growth') + more, picture);
}

// How many months a period takes, so that a quarter is not drawn beside a year.
function monthsOf({ start, end }) {
  return start && end ? Math.round((Date.parse(end) - Date.parse(start)) / 2629800000) : 0;
}

// Levels of one indicator, subject and unit over periods of one length, two at least.
function series(facts) {
  const found = new Map();
  for (const fact of facts) {
    const dated = fact.kind === 'level' && fact.indicator && fact.period?.end && fact.quantity.max === null && fact.modality === 'actual';
    if (!dated) continue;
    const { unit, number } = fact.quantity;
    const key = [indicatorOf(fact), fact.subject?.text, unit, monthsOf(fact.period)].join('\n');
    if (!found.has(key)) found.set(key, { key, indicator: indicatorOf(fact), subject: fact.subject?.text, unit, points: new Map() });
    const { points } = found.get(key);
    if (!points.has(fact.period.end)) points.set(fact.period.end, { end: fact.period.end, value: Number(number), text: fact.quantity.text });
  }
  const lines = [...found.values()].filter(({ points }) => points.size > 1);
  for (const line of lines) line.points = [...line.points.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
  return lines.sort((a, b) => b.points.length - a.points.length);
}

function lineChart(lines, redraw) {
  const line = lines.find(({ key }) => key === seriesShown) ?? lines[0];
  const [width, height, edge, foot] = [520, 190, 56, 46];
  const times = line.points.map(({ end }) => Date.parse(end));
  const [low, high] = [Math.min(0, ...line.points.map(({ value }) => value)), Math.max(...line.points.map(({ value }) => value), 0)];
  const x = (time) => edge + ((time - times[0]) / (times.at(-1) - times[0])) * (width - 2 * edge);
  const y = (value) => height - foot - ((value - low) / (high - low || 1)) * (height - foot - 34);
  const said = line.points.map(({ end, text }) => `${end} ${text}`).join(', ');
  const title = [line.subject, line.indicator].filter(Boolean).join(' ');
  const picture = drawn('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${word('line', title, line.unit)}: ${said}` });
  picture.append(
    drawn('line', { x1: edge, x2: width - edge, y1: y(0), y2: y(0), class: 'axis' }),
    drawn('polyline', { points: line.points.map(({ value }, at) => `${x(times[at])},${y(value)}`).join(' '), class: 'line' }),
  );
  const every = Math.ceil(line.points.length / 6);
  line.points.forEach(({ end, value, text }, at) => {
    picture.append(drawn('circle', { cx: x(times[at]), cy: y(value), r: 3.5, class: 'point' }, drawn('title', {}, `${end} ${text}`)));
    if (at % every !== 0 && at !== line.points.length - 1) return;
    picture.append(
      drawn('text', { x: x(times[at]), y: y(value) + (value < line.points[at - 1]?.value ? 18 : -10), 'text-anchor': 'middle' }, text),
      drawn('text', { x: x(times[at]), y: height - 6, 'text-anchor': 'middle' }, end),
    );
  });
  if (lines.length === 1) return figure(word('line', title, line.unit), picture);
  const select = make('select', { 'aria-label': word('series') });
  for (const { key, subject, indicator, unit, points } of lines) {
    const name = [subject, indicator].filter(Boolean).join(' ');
    select.append(make('option', { value: key }, `${word('line', name, unit)} (${points.length})`));
  }
  select.value = line.key;
  select.addEventListener('change', () => {
    seriesShown = select.value;
    redraw();
  });
  return figure('', picture, select);
}

// Puts the charts of facts into a place; none where there is nothing to compare.
function showCharts(place, facts) {
  const [bars, lines] = [growths(facts), series(facts)];
  const charts = [];
  if (bars.length > 1) charts.push(barChart(bars));
  if (lines.length > 0) charts.push(lineChart(lines, () => showCharts(place, facts)));
  place.replaceChildren(...charts);
}
