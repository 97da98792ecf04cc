import { expect, it } from 'vitest';

import { readImageUrl } from '../../../src/core/code/imageUrl';

it.each([
  ['https://placehold.co/600x400/png', 600, 400],
  ['https://placehold.co/600x400', 600, 400],
  ['//placehold.co/600x400', 600, 400],
  ['http://placehold.co/600x400', 600, 400],
  ['https://placehold.co/400', 400, 400],
  ['https://placehold.co/600x400@2x.png', 1200, 800],
  ['https://placehold.co/600x400/000000/FFF/webp?text=Hello+World', 600, 400],
  ['https://placehold.co/600x400?text=a#b', 600, 400],
  ['https://picsum.photos/200', 200, 200],
  ['https://picsum.photos/200/300', 200, 300],
  ['https://picsum.photos/200/300.webp?grayscale&blur=2', 200, 300],
  ['https://picsum.photos/id/237/200/300', 200, 300],
  ['https://picsum.photos/seed/x/200/300', 200, 300],
  ['https://picsum.photos/seed/x/200', 200, 200],
  ['https://picsum.photos/g/200/300', 200, 300],
  ['https://dummyimage.com/600x400/000/fff', 600, 400],
  ['https://www.dummyimage.com/300.png/09f/fff', 300, 300],
  ['https://dummyimage.com/600x400/000/fff.png&text=a/b', 600, 400],
  ['https://dummyimage.com/640x4:3', 640, 480],
  ['https://dummyimage.com/16:9x1080/000', 1920, 1080],
  ['https://via.placeholder.com/150', 150, 150],
  ['https://via.placeholder.com/350x150/0000FF/808080?Text=x', 350, 150],
  ['https://loremflickr.com/320/240', 320, 240],
  ['https://loremflickr.com/320/240/dog', 320, 240],
  ['https://loremflickr.com/g/320/240/paris,girl/all', 320, 240],
  ['https://api.lorem.space/image/face?w=150&h=200', 150, 200],
  ['https://source.unsplash.com/random/800x600', 800, 600],
  ['https://source.unsplash.com/random/800x600/?sea,boat', 800, 600],
  ['https://source.unsplash.com/1600x900/?nature', 1600, 900],
  ['https://source.unsplash.com/user/erondu/1600x900', 1600, 900],
])('%s is a placeholder of %i × %i px', (url, width, height) => {
  expect(readImageUrl(url)).toEqual({ kind: 'placeholder', width, height });
});

it.each([
  'https://source.unsplash.com/random',
  'https://source.unsplash.com/featured/?sea',
  'https://api.lorem.space/image/face',
  'https://placehold.co/0x0',
])('%s is a placeholder of a size that it does not say', (url) => {
  expect(readImageUrl(url)).toEqual({ kind: 'placeholder' });
});

it('a placeholder may say one side alone', () => {
  expect(readImageUrl('https://api.lorem.space/image/face?w=150')).toEqual({
    kind: 'placeholder',
    width: 150,
  });
});

it.each([
  'https://placehold.co',
  'https://placehold.co/docs',
  'https://picsum.photos/',
  'https://picsum.photos/v2/list',
  'https://picsum.photos/id/237/info',
  'https://dummyimage.com/',
  'https://loremflickr.com/json/320/240',
  'https://lorem.space/',
  'https://source.unsplash.com/',
  'https://images.unsplash.com/photo-1.jpg',
  'https://evil-placehold.co/600x400',
  'https://placehold.co.example.org/600x400',
  'https://constructor/600x400',
  'placehold.co/600x400',
  'ftp://placehold.co/600x400',
  'https://placehold.co/${width}x400',
])('%s is none', (url) => {
  expect(readImageUrl(url)).toEqual({ kind: 'other' });
});
