'use strict';

const FIELDS = ['title', 'tags', 'description'];
const LARGEST_PAGE = 100;

/** Return one reply for each request. */
function run(items, requests) {
  const index = buildIndex(items);
  return requests.map((request) => answer(items, index, request));
}

/** Map each word to the items that hold it, and each of these to its fields. */
function buildIndex(items) {
  const index = new Map();
  items.forEach((item, position) => {
    for (const field of FIELDS) {
      const text = field === 'tags' ? (item.tags ?? []).join(' ') : (item[field] ?? '');
      for (const word of words(text)) {
        if (!index.has(word)) index.set(word, new Map());
        const holders = index.get(word);
        if (!holders.has(position)) holders.set(position, []);
        holders.get(position).push(field);
      }
    }
  });
  return index;
}

/** Return the different words of a text. */
function words(text) {
  return new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? []);
}

/** Answer one request, with a page if it asks for pages and with everything otherwise. */
function answer(items, index, request) {
  const paged = 'size' in request || 'after' in request;
  const error = paged ? pageError(request) : null;
  if (error) return { error };
  const places = search(items, index, request);
  return paged ? page(places, request) : places.map(result);
}

/** Return the places { score, sold, id } of all items that match, best first. */
function search(items, index, request) {
  const weights = new Map(Object.entries(request.fields ?? { title: 1 }));
  const { wanted, excluded } = readWords(request.words);
  const scores = new Map();
  const matched = new Map();
  for (const word of wanted) {
    for (const { position, fields } of holders(index, word, weights)) {
      const score = fields.reduce((sum, field) => sum + weights.get(field), scores.get(position) ?? 0);
      scores.set(position, score);
      matched.set(position, (matched.get(position) ?? 0) + 1);
    }
  }
  for (const word of excluded) for (const { position } of holders(index, word, weights)) scores.delete(position);
  const enough = request.all ? wanted.size : 1;
  return [...scores]
    .filter(([position]) => matched.get(position) >= enough)
    .map(([position, score]) => ({ score, sold: items[position].sold ?? 0, id: items[position].id }))
    .sort(order);
}

/** Return the wanted and the excluded words of a request. */
function readWords(text) {
  const wanted = new Set();
  const excluded = new Set();
  for (const token of text.split(/\s+/)) {
    for (const word of words(token)) (token.startsWith('-') ? excluded : wanted).add(word);
  }
  return { wanted, excluded };
}

/** Return the items that hold a word in a searched field, with those fields. */
function holders(index, word, weights) {
  return [...(index.get(word) ?? [])]
    .map(([position, fields]) => ({ position, fields: fields.filter((field) => weights.has(field)) }))
    .filter(({ fields }) => fields.length);
}

/** Best score first, then what sold most, then the id. */
function order(one, other) {
  if (one.score !== other.score) return other.score - one.score;
  if (one.sold !== other.sold) return other.sold - one.sold;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function result({ id, score }) {
  return { id, score };
}

/** Say what is wrong with the page that a request asks for, or return null. */
function pageError({ size, after }) {
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) return 'bad_size';
  return after == null || isPlace(after) ? null : 'bad_cursor';
}

function isPlace(value) {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [score, sold, id] = value;
  return Number.isInteger(score) && Number.isInteger(sold) && typeof id === 'string';
}

/** Return the page behind the cursor; the cursor is a place, so the item there may be gone. */
function page(places, { size, after }) {
  let rest = places;
  if (after) {
    const [score, sold, id] = after;
    rest = places.filter((place) => order(place, { score, sold, id }) > 0);
  }
  const shown = rest.slice(0, size);
  const last = shown.at(-1);
  const next = shown.length === size ? [last.score, last.sold, last.id] : null;
  return { results: shown.map(result), next };
}

module.exports = { run };
