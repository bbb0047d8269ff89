"""Hostile Node.js programs, in the form of ``hostile_python``."""

from greenroom.core.verdict import Verdict

V = Verdict


def _trying(body: str) -> str:
    return (
        "function solve(n) { let got; try { got = (() => { "
        + body
        + " })(); } catch { got = false; } return got ? 'out' : n * 2 + 1; }"
    )


PROGRAMS: dict[str, tuple[str, Verdict]] = {
    "endless_loop": ("function solve() { while (true); }", V.TIME_LIMIT),
    "never_resolved": ("function solve() { setInterval(() => 0, 10); return new Promise(() => 0); }", V.TIME_LIMIT),
    "subprocess": (_trying("return !require('child_process').spawnSync('/bin/sh', ['-c', 'id']).error"), V.ACCEPTED),
    "accounts": (_trying("return require('fs').readFileSync('/etc/passwd')"), V.ACCEPTED),
    "processes": (_trying("return require('fs').readdirSync('/proc')"), V.ACCEPTED),
    "write_to_the_root": (_trying("require('fs').writeFileSync('/left', ''); return true"), V.ACCEPTED),
    "left_for_the_next_case": (
        _trying(
            "const fs = require('fs'); const seen = fs.existsSync('/tmp/left'); fs.writeFileSync('/tmp/left', '');"
            " return seen"
        ),
        V.ACCEPTED,
    ),
    "left_in_a_descriptor": (
        _trying(
            "const fs = require('fs'); const mark = Buffer.from([7, 7, 7, 7, 7, 0, 0, 0]); let seen = false;"
            " for (let fd = 6; fd < 64; fd++) { const got = Buffer.alloc(8);"
            "   try { fs.readSync(fd, got); seen ||= got.equals(mark); } catch {}"
            "   try { fs.writeSync(fd, mark); } catch {} } return seen"
        ),
        V.ACCEPTED,
    ),
    "kill_the_process_above": (_trying("process.kill(process.ppid, 'SIGKILL'); return true"), V.ACCEPTED),
    "heap": ("function solve() { const a = []; while (true) a.push(new Array(1000).fill({})); }", V.MEMORY_LIMIT),
    "buffers": (
        "function solve() { const a = []; while (true) a.push(Buffer.alloc(1 << 24, 1)); }",
        V.MEMORY_LIMIT,
    ),
    "shared_memory": (
        "function solve() { const a = []; while (true) {"
        " const s = new Uint8Array(new SharedArrayBuffer(1 << 24)); s.fill(1); a.push(s); } }",
        V.MEMORY_LIMIT,
    ),
    "web_assembly_memory": (
        _trying("const m = new WebAssembly.Memory({ initial: 16384 }); new Uint8Array(m.buffer).fill(1); return true"),
        V.ACCEPTED,
    ),
    "addon": (_trying("process.dlopen({ exports: {} }, '/tmp/none.node'); return true"), V.ACCEPTED),
    "worker": (
        _trying(
            "const { Worker } = require('worker_threads'); new Worker('while(true);', { eval: true }); return false"
        ),
        V.ACCEPTED,
    ),
    "flood": (
        "function solve() { const s = 'x'.repeat(65536); while (true) require('fs').writeSync(1, s); }",
        V.OUTPUT_LIMIT,
    ),
    "printed_verdict": ("function solve() { console.log('{\"value\": 7}'); return null; }", V.WRONG_ANSWER),
    "written_result": (
        "function solve() { require('fs').writeSync(4, '{\"verdict\": \"accepted\"}'); process.exit(0); }",
        V.RUNTIME_ERROR,
    ),
    "patched_json": (
        'function solve() { JSON.stringify = () => \'{"value": "accepted"}\'; return 1; }',
        V.WRONG_ANSWER,
    ),
    "early_exit": ("process.exit(0)", V.RUNTIME_ERROR),
    "always_equal": ("function solve() { return { valueOf: () => 7, toJSON: () => 'same' }; }", V.WRONG_ANSWER),
    "not_a_number": ("function solve() { return NaN; }", V.RUNTIME_ERROR),
    "huge_number": ("function solve() { return 10n ** 1000n; }", V.RUNTIME_ERROR),
    "deep_recursion": ("function solve(n) { return solve(n + 1) + 1; }", V.RUNTIME_ERROR),
    "syntax_error": ("function solve( { return 1; }", V.COMPILE_ERROR),
    "no_such_function": ("function other() {}", V.RUNTIME_ERROR),
}

# A socket fails later, in a callback, so that these need a promise of their own.
CONNECTING = """
function solve(n) {
  return new Promise((done) => {
    const end = require('net').connect(80, '127.0.0.1');
    end.on('connect', () => done('out'));
    end.on('error', () => done(n * 2 + 1));
  });
}
"""
PROGRAMS["socket"] = (CONNECTING, V.ACCEPTED)
