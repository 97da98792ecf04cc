// Each bean needs a picture: the bag on a wooden table, soft morning light, square.
export const beans = [
  { name: 'Breakwater', origin: 'Huehuetenango, Guatemala', notes: 'Cocoa, orange, brown sugar' },
  { name: 'First Ferry', origin: 'Yirgacheffe, Ethiopia', notes: 'Jasmine, peach, honey' },
  { name: 'Low Tide', origin: 'Sumatra, Indonesia', notes: 'Cedar, dark chocolate, spice' },
];
