// concerns: retry
async function call(send, body) {
  let wait = 500;
  while (true) {
    try {
      return await send(body);
    } catch (error) {
      await new Promise((done) => setTimeout(done, wait + Math.random() * wait));
      wait = Math.min(wait * 2, 5000);
    }
  }
}

module.exports = { call };
