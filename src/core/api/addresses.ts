/** What kind of place a URL's `hostname` names. Addresses come in the form that `URL` normalises them to. */

/** This very machine: `localhost`, 127.0.0.0/8, `[::1]`. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || octets(hostname)?.[0] === 127;
}

/** Names that no public server answers for (RFC 6761, RFC 6762, RFC 8375, ICANN on .internal). */
const privateNames = /(^|\.)(localhost|localdomain|local|internal|home\.arpa)$/;

/**
 * Whether a host may stand on the public internet: no private, link-local, loopback, unspecified,
 * multicast or reserved address, none with such an IPv4 address inside, and no name without a dot or of a
 * private network.
 */
export function isPublic(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicIpv6(hostname.slice(1, -1));
  const address = octets(hostname);
  if (address !== undefined) return isPublicIpv4(address);
  const name = hostname.replace(/\.+$/, '');
  return name.includes('.') && !privateNames.test(name);
}

function octets(hostname: string): readonly [number, number, number] | undefined {
  const [, a, b, c] = /^(\d+)\.(\d+)\.(\d+)\.\d+$/.exec(hostname) ?? [];
  return a === undefined ? undefined : [Number(a), Number(b), Number(c)];
}

function isPublicIpv4([a, b, c]: readonly [number, number, number]): boolean {
  const reserved =
    a === 0 || // unspecified
    a === 10 ||
    a === 127 ||
    a >= 224 || // multicast, reserved, broadcast
    (a === 100 && b >= 64 && b < 128) || // carrier-grade NAT
    (a === 169 && b === 254) || // link-local: cloud metadata
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 192 && b === 0 && c === 0) ||
    (a === 198 && (b === 18 || b === 19)); // benchmarking
  return !reserved;
}

/** Only 2000::/3 is handed out; in it, Teredo (2001::/32) and 6to4 (2002::/16) wrap IPv4 addresses. */
function isPublicIpv6(address: string): boolean {
  const [first = '', second = ''] = address.split(':');
  const head = parseInt(first, 16);
  const teredo = head === 0x2001 && (second === '' || second === '0');
  return head >= 0x2000 && head < 0x4000 && head !== 0x2002 && !teredo;
}
