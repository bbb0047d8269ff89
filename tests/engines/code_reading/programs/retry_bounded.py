# concerns: retry
def send(policy, calls):
    replies = []
    for call in calls:
        waits = []
        wait = policy["base_ms"]
        end = "gave_up"
        for status in call["answers"][: policy["attempts"]]:
            if status == 200:
                end = "done"
                break
            if status in (400, 402, 404):
                end = "refused"
                break
            waits.append(min(wait, policy["cap_ms"]))
            wait *= 2
        if end == "gave_up" and waits:
            waits.pop()
        replies.append({"end": end, "waits": waits})
    return replies
