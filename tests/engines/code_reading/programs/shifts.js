// concerns: errors
function run(shifts, people) {
  const free = people.slice();
  const assigned = [];
  for (const shift of shifts) {
    for (const person of free) {
      if (person.most >= shift.hours) {
        assigned.push([shift.id, person.name]);
        free.splice(free.indexOf(person), 1);
        break;
      }
    }
  }
  return assigned;
}

module.exports = { run };
