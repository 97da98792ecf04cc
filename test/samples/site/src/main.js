import { beans } from './beans.js';

const list = document.querySelector('.cards');

for (const { name, origin, notes } of beans) {
  const card = document.createElement('li');
  card.className = 'card';
  card.append(heading(name), line(origin), line(notes));
  list.append(card);
}

function heading(text) {
  const h3 = document.createElement('h3');
  h3.textContent = text;
  return h3;
}

function line(text) {
  const p = document.createElement('p');
  p.textContent = text;
  return p;
}
