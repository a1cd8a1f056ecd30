// The article as it was given, with the slots of its facts marked.

// Pieces of the shown article: { start, node, owners: [{ fact, role }] }, in text order.
let pieces = [];
// Which of them each fact has.
let owned = new Map();
// The elements that show the fact that is chosen.
let marked = [];

// Cuts the text where a slot begins or ends, so that slots may share words and cross.
function piecesOf(given) {
  const units = unitsOf(given.text);
  const edges = [];
  for (const fact of given.facts) {
    for (const { role, slot } of slotsOf(fact)) {
      const owner = { fact, role };
      edges.push([units(slot.span.char[0]), 1, owner], [units(slot.span.char[1]), 0, owner]);
    }
  }
  edges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const cut = [];
  const open = new Set();
  let at = 0;
  for (const [edge, opens, owner] of edges) {
    if (edge > at) cut.push({ start: at, end: edge, owners: [...open] });
    at = edge;
    if (opens) open.add(owner);
    else open.delete(owner);
  }
  cut.push({ start: at, end: given.text.length, owners: [] });
  return cut;
}

function showArticle(given) {
  by('name').textContent = given.doc;
  // a lone carriage return ends a line, which browsers do not show
  const text = given.text.replace(/\r(?!\n)/g, '\n');
  const begun = new Set();
  pieces = piecesOf(given).map((piece) => {
    const shown = text.slice(piece.start, piece.end);
    if (piece.owners.length === 0) return { ...piece, node: document.createTextNode(shown) };
    const counted = piece.owners.find(({ role }) => role === 'quantity');
    const { fact } = counted ?? piece.owners[0];
    const node = make('span', { class: `${counted ? 'quantity' : 'slot'} ${fact.kind}` }, shown);
    if (counted && fact.doubts.length > 0) node.classList.add('doubtful');
    if (counted && !begun.has(fact.id)) {
      begun.add(fact.id);
      node.dataset.fact = fact.id;
      node.setAttribute('role', 'button');
      node.setAttribute('aria-pressed', 'false');
      node.tabIndex = -1;
    }
    node.addEventListener('click', () => chooseFrom(piece));
    return { ...piece, node };
  });
  owned = new Map();
  marked = [];
  for (const piece of pieces) {
    for (const fact of new Set(piece.owners.map((owner) => owner.fact))) {
      if (!owned.has(fact)) owned.set(fact, []);
      owned.get(fact).push(piece);
    }
  }
  by('text').replaceChildren(...pieces.map(({ node }) => node));
  const left = (given.notes ?? []).map((note) => word('left', word(note.kind), ...note.span.char));
  by('notes').textContent = left.join('\n');
  by('legend').replaceChildren(...KINDS.map((kind) => make('span', { class: `quantity ${kind}` }, word(kind))));
}

// A click on words that several facts share goes through these facts.
function chooseFrom(piece) {
  if (getSelection().toString() !== '') return;
  const facts = [...new Set(piece.owners.map(({ fact }) => fact))].filter(passes);
  if (facts.length === 0) return;
  const counted = piece.owners.find(({ fact, role }) => role === 'quantity' && passes(fact));
  const at = facts.indexOf(chosen);
  choose(at >= 0 ? facts[(at + 1) % facts.length] : (counted?.fact ?? facts[0]), 'article');
}

// Dims what the filters keep out.
function dimArticle() {
  const shown = new Set(shownFacts());
  for (const { owners, node } of pieces) {
    if (owners.length > 0) node.classList.toggle('dim', !owners.some(({ fact }) => shown.has(fact)));
  }
}

// Shows which words fill which slot of the chosen fact.
function markArticle() {
  for (const node of marked) {
    node.classList.remove('chosen');
    delete node.dataset.role;
    if (node.dataset.fact) node.setAttribute('aria-pressed', 'false');
    node.tabIndex = -1;
  }
  marked = (owned.get(chosen) ?? []).map(({ node }) => node);
  for (const node of marked) node.classList.add('chosen');
  for (const { role } of chosen === null ? [] : slotsOf(chosen)) {
    const node = nodeOf(chosen, role);
    if (node) node.dataset.role = node.dataset.role ? `${node.dataset.role} · ${word(role)}` : word(role);
  }
  // one stop of the tab key: the chosen fact, or the first
  const stop = nodeOf(chosen ?? shownFacts()[0]);
  if (!stop) return;
  stop.tabIndex = 0;
  stop.setAttribute('aria-pressed', String(chosen !== null));
  if (chosen === null) marked.push(stop);
}

// Where a slot begins in the article.
function nodeOf(fact, role = 'quantity') {
  return owned.get(fact)?.find((piece) => piece.owners.some((owner) => owner.fact === fact && owner.role === role))?.node;
}

function showInArticle(fact, role, focused) {
  const node = nodeOf(fact, role);
  if (!node) return;
  node.scrollIntoView({ block: 'center', inline: 'nearest' });
  if (!node.hasAttribute('tabindex')) node.tabIndex = -1;
  if (focused) node.focus({ preventScroll: true });
}
