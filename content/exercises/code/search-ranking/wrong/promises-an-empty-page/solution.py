"""Search in a catalogue: which items match, in which order, and page by page."""

import re

FIELDS = ("title", "tags", "description")
LARGEST_PAGE = 100


def run(items, requests):
    """Return one reply for each request."""
    index = build_index(items)
    return [answer(items, index, request) for request in requests]


def build_index(items):
    """Map each word to the items that hold it, and each of these to its fields."""
    index = {}
    for position, item in enumerate(items):
        for field in FIELDS:
            value = item.get(field, "")
            text = " ".join(value) if field == "tags" else value
            for word in words(text):
                index.setdefault(word, {}).setdefault(position, []).append(field)
    return index


def words(text):
    """Return the different words of a text."""
    return set(re.findall("[a-z0-9]+", text.lower()))


def answer(items, index, request):
    """Answer one request, with a page if it asks for pages and with everything otherwise."""
    paged = "size" in request or "after" in request
    error = page_error(request) if paged else None
    if error:
        return {"error": error}
    places = search(items, index, request)
    return page(places, request) if paged else [result(place) for place in places]


def search(items, index, request):
    """Return the places (score, sold, id) of all items that match, best first."""
    weights = request.get("fields", {"title": 1})
    wanted, excluded = read_words(request["words"])
    scores, matched = {}, {}
    for word in wanted:
        for position, fields in holders(index, word, weights):
            scores[position] = scores.get(position, 0) + sum(weights[field] for field in fields)
            matched[position] = matched.get(position, 0) + 1
    for word in excluded:
        for position, _ in holders(index, word, weights):
            scores.pop(position, None)
    enough = len(wanted) if request.get("all") else 1
    places = [
        (score, items[position].get("sold", 0), items[position]["id"])
        for position, score in scores.items()
        if matched[position] >= enough
    ]
    return sorted(places, key=order)


def read_words(text):
    """Return the wanted and the excluded words of a request."""
    wanted, excluded = set(), set()
    for token in text.split():
        (excluded if token.startswith("-") else wanted).update(words(token))
    return wanted, excluded


def holders(index, word, weights):
    """Return the items that hold a word in a searched field, with those fields."""
    found = ((at, [field for field in fields if field in weights]) for at, fields in index.get(word, {}).items())
    return [(at, fields) for at, fields in found if fields]


def order(place):
    """Best score first, then what sold most, then the id."""
    score, sold, id = place
    return -score, -sold, id


def result(place):
    score, _, id = place
    return {"id": id, "score": score}


def page_error(request):
    """Say what is wrong with the page that a request asks for, or return None."""
    size, after = request.get("size"), request.get("after")
    if not is_whole(size) or not 1 <= size <= LARGEST_PAGE:
        return "bad_size"
    if after is not None and not is_place(after):
        return "bad_cursor"
    return None


def is_place(value):
    if not isinstance(value, list) or len(value) != 3:
        return False
    score, sold, id = value
    return is_whole(score) and is_whole(sold) and isinstance(id, str)


def is_whole(value):
    return type(value) is int


def page(places, request):
    """Return the page behind the cursor; the cursor is a place, so the item there may be gone."""
    after, size = request.get("after"), request["size"]
    rest = [place for place in places if order(place) > order(after)] if after else places
    shown = rest[:size]
    more = len(shown) == size
    return {"results": [result(place) for place in shown], "next": list(shown[-1]) if more else None}
