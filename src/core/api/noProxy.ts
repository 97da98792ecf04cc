/** The names that a list separated by commas or blanks holds, as `NO_PROXY` has it. */
export function splitNoProxy(value: string): readonly string[] {
  return value.split(/[,\s]+/).filter((entry) => entry !== '');
}

/**
 * Whether a list such as `http.noProxy` names this host: the name itself or a domain above it (`example.com`,
 * `.example.com`, `*.example.com`), with or without `:port`, or `*` for all. These are the editor's own rules
 * (@vscode/proxy-agent), and `*.` besides, which people write. Address ranges are not understood, as there.
 */
export function isListed(entries: readonly string[], { hostname, port, protocol }: URL): boolean {
  const ownPort = port !== '' ? port : protocol === 'https:' ? '443' : '80';
  return entries.some((entry) => {
    const text = entry.trim().toLowerCase();
    if (text === '*') return true;
    // A bare IPv6 address is full of colons; only brackets tell its port apart.
    const [, name = text, entryPort] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(text) ?? [];
    const domain = name.replace(/^\*?\./, '');
    if (domain === '' || (entryPort !== undefined && entryPort !== ownPort)) return false;
    return unbracketed(hostname) === unbracketed(domain) || hostname.endsWith(`.${domain}`);
  });
}

function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
