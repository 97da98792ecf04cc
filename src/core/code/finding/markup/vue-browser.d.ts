/** The build without Babel and without the entities' table: what is left is the parser. */
declare module '@vue/compiler-dom/dist/compiler-dom.esm-browser.prod.js' {
  export { NodeTypes, parse } from '@vue/compiler-dom';
}
