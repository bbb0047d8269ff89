# concerns: errors
def run(documents, query):
    words = query.lower().split()
    list = []
    for id, text in documents:
        tokens = text.lower().split()
        sum = 0
        for word in words:
            sum += tokens.count(word)
        if sum > 0:
            list.append((-sum, id))
    list.sort()
    return [id for _, id in list]
