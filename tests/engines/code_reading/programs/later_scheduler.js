// concerns: retry, errors
function run(operations) {
  const jobs = new Map();
  const out = [];
  let clock = 0;
  const pick = () => {
    let best = null;
    for (const job of jobs.values()) {
      if (job.state !== 'waiting' || job.at > clock) continue;
      if (!best || job.priority > best.priority) best = job;
    }
    return best;
  };
  for (const [op, name, arg] of operations) {
    const job = jobs.get(name);
    if (op === 'tick') {
      clock = name;
      out.push(null);
    } else if (op === 'add') {
      jobs.set(name, { name, priority: arg, state: 'waiting', at: clock, fails: 0 });
      out.push('ok');
    } else if (op === 'next') {
      const best = pick();
      if (best) best.state = 'running';
      out.push(best ? best.name : null);
    } else if (op === 'done') {
      if (job && job.state === 'running') job.state = 'done';
      out.push(job ? job.state : 'unknown');
    } else if (op === 'fail') {
      if (job && job.state === 'running') {
        job.fails += 1;
        job.state = job.fails >= 5 ? 'dead' : 'waiting';
        job.at = clock + 100 * 2 ** (job.fails - 1);
      }
      out.push(job ? job.state : 'unknown');
    }
  }
  return out;
}

module.exports = { run };
