import type { ImageReference } from '../../imageReference';
import type { MarkupElement } from './markupElement';

/** How an attribute names images: one URL, or a `srcset`. */
interface ImageAttribute {
  readonly name: string;
  readonly isSrcset?: true;
  readonly purpose?: NonNullable<ImageReference['purpose']>;
}

/** In which attributes the elements of HTML and SVG name images; see also `isComponent`. */
const ATTRIBUTES: Readonly<Record<string, readonly ImageAttribute[]>> = {
  img: [{ name: 'src' }, { name: 'srcset', isSrcset: true }],
  source: [{ name: 'src' }, { name: 'srcset', isSrcset: true }],
  video: [{ name: 'poster', purpose: 'poster' }],
  object: [{ name: 'data' }],
  embed: [{ name: 'src' }],
  // SVG's own; a parser of HTML makes `img` of an `image` outside of it.
  image: [{ name: 'href' }, { name: 'xlink:href' }, { name: 'src' }],
  feimage: [{ name: 'href' }, { name: 'xlink:href' }],
  body: [{ name: 'background', purpose: 'background' }],
  table: [{ name: 'background', purpose: 'background' }],
  tr: [{ name: 'background', purpose: 'background' }],
  td: [{ name: 'background', purpose: 'background' }],
  th: [{ name: 'background', purpose: 'background' }],
};

const ICON_LINK =
  /(?:^|\s)(?:icon|apple-touch-icon(?:-precomposed)?|mask-icon|fluid-icon)(?:\s|$)/i;
const PREVIEW_META = /^(?:og:image(?::(?:url|secure_url))?|twitter:image(?::src)?|image)$/i;

/** What components of frameworks commonly call the images that they show. */
const COMPONENT: readonly ImageAttribute[] = [
  { name: 'src' },
  { name: 'srcset', isSrcset: true },
  { name: 'poster', purpose: 'poster' },
  { name: 'image' },
  { name: 'img' },
  { name: 'icon', purpose: 'icon' },
  { name: 'logo' },
  { name: 'avatar' },
  { name: 'cover' },
  { name: 'thumbnail' },
];

/** The attributes of an element that name images. */
export function imageAttributesOf(element: MarkupElement): readonly ImageAttribute[] {
  const { name } = element;
  const said = (attribute: string): string => element.attributes.get(attribute)?.value.trim() ?? '';
  if (element.isComponent === true) return COMPONENT;
  switch (name) {
    case 'input':
      return said('type').toLowerCase() === 'image' ? [{ name: 'src' }] : [];
    case 'link':
      if (ICON_LINK.test(said('rel'))) return [{ name: 'href', purpose: 'icon' }];
      return said('as').toLowerCase() === 'image'
        ? [{ name: 'href' }, { name: 'imagesrcset', isSrcset: true }]
        : [];
    case 'meta':
      if (/^msapplication-/i.test(said('name'))) return [{ name: 'content', purpose: 'icon' }];
      return PREVIEW_META.test(said('property') || said('name') || said('itemprop'))
        ? [{ name: 'content', purpose: 'og-image' }]
        : [];
    default:
      return Object.hasOwn(ATTRIBUTES, name) ? (ATTRIBUTES[name] ?? []) : [];
  }
}
