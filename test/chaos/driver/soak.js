const { appendFileSync } = require('node:fs');
const { commands } = require('vscode');

/** After so many ends somebody looks at the list of tasks, which asks for the balance. */
const LOOK_EVERY = 20;

/**
 * Orders `count` pictures at once, named by their numbers from `from`, and resolves when all have ended. Each end is a
 * line in `file` as it comes, and is held nowhere else: it would count as the extension's memory.
 */
exports.soak = async (generate, { name, from, count, model, parameters }, file) => {
  let ended = 0;
  const tell = async (prompt, end) => {
    appendFileSync(file, `${JSON.stringify({ prompt, ...end })}\n`);
    ended += 1;
    if (ended % LOOK_EVERY === 0) await look();
  };
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const prompt = `${name} ${from + index}`;
      await tell(prompt, await endOf(generate({ prompt, model, parameters })));
    }),
  );
};

async function endOf(generated) {
  try {
    const [{ uri, taskId }] = await generated;
    return { saved: { file: uri.fsPath, taskId } };
  } catch ({ code, charged, taskId, message }) {
    return { failed: { code, charged, taskId, message } };
  }
}

async function look() {
  await commands.executeCommand('fluxAssets.showTasks');
  await commands.executeCommand('workbench.action.closeQuickOpen');
}
