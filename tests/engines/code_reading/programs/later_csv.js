// concerns: errors
function splitLine(line) {
  const cells = [];
  let cell = '';
  let inQuotes = false;
  for (let i = 0; i < line.length; i++) {
    const ch = line[i];
    if (inQuotes) {
      if (ch === '"') {
        if (line[i + 1] === '"') {
          cell += '"';
          i++;
        } else {
          inQuotes = false;
        }
      } else {
        cell += ch;
      }
    } else if (ch === '"') {
      inQuotes = true;
    } else if (ch === ',') {
      cells.push(cell);
      cell = '';
    } else {
      cell += ch;
    }
  }
  cells.push(cell);
  return cells;
}

function run(text, types) {
  const [header, ...rows] = text.trim().split('\n');
  const names = splitLine(header);
  const ok = [];
  const bad = [];
  rows.forEach((row, i) => {
    const cells = splitLine(row);
    if (cells.length !== names.length) {
      bad.push({ line: i + 2, why: 'columns' });
      return;
    }
    const record = {};
    let why = null;
    names.forEach((name, j) => {
      if (types[name] === 'int') {
        const n = parseInt(cells[j], 10);
        if (Number.isNaN(n)) why = name;
        record[name] = n;
      } else {
        record[name] = cells[j];
      }
    });
    if (why) bad.push({ line: i + 2, why });
    else ok.push(record);
  });
  return { ok, bad };
}

module.exports = { run };
