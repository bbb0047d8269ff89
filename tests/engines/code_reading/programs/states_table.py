# concerns: errors
NEXT = {
    ("created", "submit"): "pending",
    ("pending", "settle"): "settled",
    ("pending", "fail"): "failed",
}


def run(events):
    states = {}
    replies = []
    for transfer, event in events:
        state = states.get(transfer, "created")
        following = NEXT.get((state, event))
        if following is None:
            replies.append({"error": "not_allowed", "state": state})
            continue
        states[transfer] = following
        replies.append(following)
    return replies
