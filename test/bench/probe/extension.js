const { writeFile } = require('node:fs/promises');
const { commands, extensions, window, ViewColumn } = require('vscode');

// What can only be measured inside the editor (clickToPost.bench.ts): times by the machine's clock, into the files that
// the environment names.

const count = Number(process.env.FLUX_ASSETS_PROBE_COUNT);

exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    commands.registerCommand('fluxAssetsProbe.hops', hops),
    commands.registerCommand('fluxAssetsProbe.orders', orders),
  );
};

/** How long the message of a click takes from a page that does nothing else to the host. */
function hops() {
  const panel = window.createWebviewPanel('fluxAssetsProbe', 'Hops', ViewColumn.Beside, {
    enableScripts: true,
  });
  const times = [];
  panel.webview.onDidReceiveMessage(async ({ sent }) => {
    times.push(Date.now() - sent);
    if (times.length === count)
      await writeFile(process.env.FLUX_ASSETS_PROBE_HOPS, JSON.stringify(times));
  });
  panel.webview.html = `<!doctype html><button>Hop</button><script>
    const api = acquireVsCodeApi();
    document.querySelector('button').onclick = () => api.postMessage({ sent: Date.now() });
  </script>`;
}

/** When pictures were ordered of the API that other extensions use, one after the other. */
async function orders() {
  const { exports: flux } = extensions.getExtension('flux-assets.flux-assets');
  const times = [];
  for (let n = 0; n < count; n += 1) {
    times.push(Date.now());
    await flux.generate({ prompt: `Order ${n}`, parameters: { width: 64, height: 64 } });
  }
  await writeFile(process.env.FLUX_ASSETS_PROBE_ORDERS, JSON.stringify(times));
}
