/** Paragraphs of a page's length; what a scan mostly meets is text without any image. */
const WORDS = 'A boat leaves the harbour at dawn and comes back with the tide. '.repeat(20);
const CODE =
  'export function total(prices: readonly number[]): number {\n  return prices.reduce((sum, price) => sum + price, 0);\n}\n'.repeat(
    15,
  );

type Maker = (n: number, image: string | undefined) => readonly [path: string, text: string];

const page: Maker = (n, image) => [
  `docs/${String(n % 97)}/page-${String(n)}.md`,
  `# Boats ${String(n)}\n\n${WORDS}\n\n${image === undefined ? '' : `![A boat](../images/${image})`}\n\n${WORDS}\n`,
];

const component: Maker = (n, image) => [
  `src/components/${String(n % 89)}/Boat${String(n)}.tsx`,
  `${CODE}\nexport const Boat${String(n)} = () => (\n  <figure>${image === undefined ? 'None' : `<img src="/images/${image}" alt="A boat" width={600} />`}</figure>\n);\n`,
];

const module: Maker = (n) => [`src/lib/${String(n % 83)}/module-${String(n)}.ts`, CODE.repeat(2)];

const sheet: Maker = (n, image) => [
  `src/styles/sheet-${String(n)}.css`,
  `.boat { color: navy; margin: 4px }\n`.repeat(40) +
    (image === undefined ? '' : `.sea { background: url("../../images/${image}") }\n`),
];

const document: Maker = (n, image) => [
  `public/${String(n % 79)}/page-${String(n)}.html`,
  `<!doctype html>\n<title>Boats</title>\n<p>${WORDS}</p>\n${image === undefined ? '' : `<img src="../images/${image}" alt="A boat">`}\n`,
];

const data: Maker = (n, image) => [
  `data/boat-${String(n)}.json`,
  JSON.stringify({ name: 'Boat', image: image && `/images/${image}`, text: WORDS }, null, 2),
];

/** As sites have them: much code, some pages, few sheets. */
const MIX = [component, module, module, page, component, module, sheet, page, document, data];

/** `count` files of a site as paths and texts; one in four of those that may do so names an image. */
export function* siteFiles(count: number): Generator<readonly [path: string, text: string]> {
  for (let n = 0; n < count; n += 1) {
    const make = MIX[n % MIX.length] ?? page;
    yield make(n, Math.floor(n / MIX.length) % 4 === 0 ? `boat-${String(n)}.png` : undefined);
  }
}
