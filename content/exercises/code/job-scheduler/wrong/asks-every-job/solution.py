"""A scheduler: jobs by priority, not before their time, tried again after failures, and after one another."""

ATTEMPTS = 5
FIRST_DELAY = 100


def run(operations):
    """Return the reply to each operation, in order. Times are whole milliseconds and never go back."""
    scheduler = Scheduler()
    verbs = {
        "add": scheduler.add,
        "next": scheduler.next,
        "done": scheduler.done,
        "fail": scheduler.fail,
        "status": scheduler.status,
    }
    return [verbs[verb](*details) for verb, *details in operations]


class Job:
    """One job. `number` is its place in the order of adding; `blockers` counts the jobs it still waits for."""

    def __init__(self, name, number, priority, at):
        self.name = name
        self.number = number
        self.priority = priority
        self.at = at
        self.state = "waiting"
        self.failures = 0
        self.blockers = 0
        self.followers = []


class Scheduler:
    """All jobs, and those of them that wait for nothing but their time or their turn."""

    def __init__(self):
        self.jobs = {}
        self.waiting = []

    def add(self, name, priority, at=0, after=()):
        if name in self.jobs:
            return {"error": "exists"}
        if any(other not in self.jobs for other in after):
            return {"error": "unknown"}
        job = self.jobs[name] = Job(name, len(self.jobs), priority, at)
        earlier = [self.jobs[other] for other in set(after)]
        if any(other.state == "dead" for other in earlier):
            job.state = "dead"
            return "dead"
        for other in earlier:
            if other.state != "done":
                job.blockers += 1
                other.followers.append(job)
        self.waiting.append(job)
        return "ok"

    def next(self, now=0):
        """Hand out the ready job that comes first and return its name, or None."""
        ready = [job for job in self.waiting if job.blockers == 0 and job.at <= now]
        if not ready:
            return None
        job = min(ready, key=lambda job: (-job.priority, job.number))
        self.waiting.remove(job)
        job.state = "running"
        return job.name

    def done(self, name):
        if self.status(name) != "running":
            return {"error": "not running"}
        job = self.jobs[name]
        job.state = "done"
        for follower in job.followers:
            follower.blockers -= 1
        return "ok"

    def fail(self, name, now=0):
        """Return the time of the next attempt, or "dead" after the last."""
        if self.status(name) != "running":
            return {"error": "not running"}
        job = self.jobs[name]
        job.failures += 1
        if job.failures == ATTEMPTS:
            bury(job)
            return "dead"
        job.state = "waiting"
        job.at = now + FIRST_DELAY * 2 ** (job.failures - 1)
        self.waiting.append(job)
        return job.at

    def status(self, name):
        return self.jobs[name].state if name in self.jobs else {"error": "unknown"}


def bury(job):
    """Mark a job and all that can no longer happen. A loop, because chains of jobs are longer than stacks are deep."""
    dying = [job]
    while dying:
        job = dying.pop()
        if job.state != "dead":
            job.state = "dead"
            dying.extend(job.followers)
