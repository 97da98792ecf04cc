import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

import { isPublic } from '../../core/api/addresses';

/**
 * Looks a name up and refuses it where any of its addresses is of this machine or a private network: a name on the
 * internet can be made to lead there.
 */
export function createPublicLookup(lookup = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const [first] = addresses;
      if (first === undefined || addresses.some(isPrivate)) {
        callback(new Error(`${hostname} leads into a private network`), '');
        return;
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function isPrivate({ address, family }: LookupAddress): boolean {
  return !isPublic(family === 6 ? `[${address}]` : address);
}
