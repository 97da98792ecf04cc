import { describe, expect, it } from 'vitest';

import { findInLatex } from '../../../../src/core/code/finding/findInLatex';
import { expectExactSpans } from './exactSpans';

function pathsIn(text: string): readonly string[] {
  const found = findInLatex(text);
  expectExactSpans(text, found, findInLatex);
  return found.map((reference) => reference.path);
}

describe('findInLatex', () => {
  it.each<[string, string, string[]]>([
    ['graphics', '\\includegraphics{a.png}', ['a.png']],
    ['options', '\\includegraphics[width=0.5\\textwidth]{img/a_b-c d.jpg}', ['img/a_b-c d.jpg']],
    ['the starred form', '\\includegraphics*[0,0][10,10]{a.png}', ['a.png']],
    ['blanks and comments between', '\\includegraphics [width=1cm]%\n  {a.png}', ['a.png']],
    ['environments', '\\begin{figure}\\centering\\includegraphics{a.png}\\end{figure}', ['a.png']],
    [
      'groups and arguments',
      '{\\fbox{\\includegraphics{a.png}}} \\logo{\\includegraphics{b.png}}',
      ['a.png', 'b.png'],
    ],
    ['quotes', '\\includegraphics{"my boat".png}', ['my boat.png']],
    ['letters', '\\includegraphics{图片/船.png}', ['图片/船.png']],
    ['Windows line ends', '\uFEFF% c\r\n\\includegraphics{a.png}\r\n', ['a.png']],
    ['two', '\\includegraphics{a.png}\n\\includegraphics{b.png}', ['a.png', 'b.png']],
  ])('finds %s', (_, text, expected) => {
    expect(pathsIn(text)).toEqual(expected);
  });

  it.each([
    '\\includegraphics{a}',
    '\\includegraphics{a.pdf}',
    '% \\includegraphics{a.png}',
    '\\verb|\\includegraphics{a.png}|',
    '\\begin{verbatim}\\includegraphics{a.png}\\end{verbatim}',
    '\\begin{lstlisting}\n\\includegraphics{a.png}\n\\end{lstlisting}',
    '\\begin{minted}{tex}\n\\includegraphics{a.png}\n\\end{minted}',
    '\\begin{comment}\\includegraphics{a.png}\\end{comment}',
    '\\includegraphics{\\base/a.png}',
    '\\newcommand{\\pic}[1]{\\includegraphics{#1.png}}',
    '\\href{https://example.org/a.png}{a.png}',
    '\\includegraphics',
    '\\includegraphics{a.png',
    '\\begin{figure}',
    '}',
  ])('takes none from %j', (text) => {
    expect(findInLatex(text)).toEqual([]);
  });

  it('takes captions and headings, and the folders of graphics', () => {
    const text = `\\graphicspath{{img/}{../fig/}}
\\section{Our \\emph{boats}}
\\begin{figure}
  \\includegraphics{a.png}
  \\caption{A red \\textbf{boat}\\label{fig:a}}
\\end{figure}
\\includegraphics{b.png}`;
    expect(findInLatex(text)).toMatchObject([
      { alt: 'A red boat', heading: 'Our boats', folders: ['img/', '../fig/', ''], syntax: 'path' },
      { path: 'b.png', heading: 'Our boats' },
    ]);
    expect(findInLatex(text)[1]).not.toHaveProperty('alt');
  });
});
