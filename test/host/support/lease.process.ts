import { WindowLease } from '../../../src/host/tasks/windowLease';

// A window's lease in a process of its own, until that is killed.

const { folder } = JSON.parse(process.argv[2] ?? '') as { readonly folder: string };
const lease = new WindowLease(folder);
void lease.hold().then(() => process.send?.(lease.id));
