// concerns: errors
class ParseError extends Error {}

function parse(line) {
  let data2;
  try {
    data2 = JSON.parse(line);
  } catch (e) {
    throw new ParseError("not JSON");
  }
  return data2;
}

function run(lines) {
  const out = [];
  for (const line of lines) {
    try {
      out.push(parse(line));
    } catch (e) {}
  }
  console.log(out.length);
  return out;
}

module.exports = { run };
