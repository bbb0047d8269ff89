# concerns: errors
def run(capacity, operations):
    cache = {}
    out = []
    for op in operations:
        if op[0] == "get":
            key, now = op[1], op[2]
            if key in cache:
                if cache[key][1] > now:
                    value = cache.pop(key)
                    cache[key] = value
                    out.append(value[0])
                else:
                    del cache[key]
                    out.append(None)
            else:
                out.append(None)
        elif op[0] == "put":
            _, key, value, now, ttl = op
            for old in list(cache):
                if cache[old][1] <= now:
                    for waiting in op[5:]:
                        if waiting == old:
                            if cache[old][0] is None:
                                out.append(waiting)
                    del cache[old]
            if key not in cache and len(cache) == capacity:
                cache.pop(next(iter(cache)))
            cache[key] = (value, now + ttl)
    return out
