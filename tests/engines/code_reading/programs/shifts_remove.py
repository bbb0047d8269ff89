# concerns: errors
def run(shifts, off):
    """Drop shifts that touch time off, then pair the rest."""
    for shift in shifts[:]:
        if any(shift[0] < end and start < shift[1] for start, end in off):
            shifts.remove(shift)
    pairs = []
    for n, one in enumerate(shifts):
        for other in shifts[n + 1 :]:
            if one[0] < other[1] and other[0] < one[1]:
                pairs.append((one, other))
    return pairs
