import { describe, expect, it } from 'vitest';

import { scanSite } from './siteScan';

describe('a site of Vite and React', () => {
  it('needs these images, and names these', async () => {
    expect(await scanSite('vite-app')).toEqual({
      missing: [
        'README.md:4 docs/phone.png',
        'index.html:7 public/apple-touch-icon.png',
        'index.html:9 public/og-card.png',
        'index.html:15 public/images/no-script.png',
        'public/manifest.webmanifest:6 public/logo512.png',
        'public/manifest.webmanifest:9 public/screenshots/shop-wide.webp',
        'src/App.tsx:2 src/assets/hero.jpg',
        'src/App.tsx:14 public/images/waves.png',
        'src/App.tsx:23 public/images/workshop.webp',
        'src/App.tsx:24 public/images/workshop.webp',
        'src/App.tsx:24 public/images/workshop@2x.webp',
        'src/components/Gallery.jsx:1 src/assets/paints.png',
        'src/components/Gallery.jsx:8 public/gallery/bay-800.avif',
        'src/components/Gallery.jsx:8 public/gallery/bay-1600.avif',
        'src/components/Gallery.jsx:9 public/gallery/bay.jpg',
        'src/components/Gallery.jsx:11 public/gallery/tour-poster.jpg',
        'src/data/products.json:2 public/products/rope.png',
        'src/data/products.json:3 public/products/paint.webp',
        'src/index.css:9 src/assets/rope pattern.png',
        'src/index.css:21 src/assets/hero-bg.webp',
        'src/index.css:22 src/assets/hero-bg@2x.webp',
        'src/theme.scss:2 public/images/sail.png',
        'src/theme.scss:9 src/assets/knots.png',
      ],
      placeholders: [
        'src/App.tsx:38 600 × 400',
        'src/components/Gallery.jsx:13 128 × 128',
        'src/data/products.json:4 300 × 200',
      ],
      present: [
        'README.md:5 public/images/team.png',
        'index.html:6 public/favicon.svg',
        'public/manifest.webmanifest:5 public/logo192.png',
        'src/App.tsx:3 src/assets/logo.png',
        'src/App.tsx:21 public/images/team.png',
        'src/index.css:8 src/assets/paper.png',
        'src/index.css:14 src/assets/paper.png',
      ],
      counts: { markdown: 1, html: 3, json: 5, jsx: 12, css: 3, scss: 2 },
    });
  });
});

describe('a documentation of Docusaurus', () => {
  it('needs these images, and names these', async () => {
    expect(await scanSite('docs-site')).toEqual({
      missing: [
        'blog/2026-03-01-new-lamp/index.md:7 blog/2026-03-01-new-lamp/bench.jpg',
        'blog/2026-03-01-new-lamp/index.md:12 blog/2026-03-01-new-lamp/bench-dark.avif',
        'blog/authors.yml:8 static/img/authors/jon.png',
        'docs/guide/install.mdx:4 docs/guide/images/cover.webp',
        'docs/guide/install.mdx:9 docs/guide/images/panel.jpg',
        'docs/guide/install.mdx:17 static/img/cards/tools.png',
        'docs/guide/install.mdx:18 docs/guide/images/tools.png',
        'docs/intro.md:3 static/img/cards/intro.png',
        'docs/intro.md:11 docs/images/lighthouse.png',
        'docs/intro.md:18 static/img/overview map.png',
        'docs/intro.md:20 static/img/lamp.png',
        'src/css/custom.css:6 static/img/sea.jpg',
        'src/pages/index.tsx:7 static/img/home-hero.png',
      ],
      placeholders: [
        'blog/2026-03-01-new-lamp/index.md:13 640 × 360',
        'docs/intro.md:32 800 × 300',
      ],
      present: [
        'blog/2026-03-01-new-lamp/index.md:4 blog/2026-03-01-new-lamp/cover.png',
        'blog/authors.yml:5 static/img/authors/mira.png',
        'docs/guide/install.mdx:8 docs/guide/images/wiring.png',
        'docs/intro.md:9 static/img/logo.png',
        'src/css/custom.css:12 static/img/logo.png',
        'src/pages/index.tsx:8 static/img/logo.png',
      ],
      counts: { markdown: 8, mdx: 4, yaml: 1, css: 1, jsx: 1 },
    });
  });
});

describe('an app of Flutter', () => {
  it('needs these images, and names these', async () => {
    const android = 'android/app/src/main';
    const kotlin = `${android}/kotlin/com/example/trail_log/MainActivity.kt`;
    const catalogue = 'ios/Runner/Assets.xcassets';
    expect(await scanSite('flutter-app')).toEqual({
      missing: [
        'README.md:3 docs/screens.png',
        `${android}/AndroidManifest.xml:6 ${android}/res/mipmap/ic_launcher_round.png`,
        `${android}/AndroidManifest.xml:10 ${android}/res/drawable/ic_notification.png`,
        `${kotlin}:7 ${android}/res/drawable/ic_notification.png`,
        `${android}/res/drawable/launch_background.xml:5 ${android}/res/drawable/splash.png`,
        'assets/walks.json:2 assets/images/river.jpg',
        `ios/Runner/WelcomeView.swift:7 ${catalogue}/Welcome.imageset/Welcome.png`,
        'lib/avatar.dart:8 assets/images/walker.png',
        'lib/main.dart:23 assets/images/mountains.png',
        'lib/main.dart:36 assets/images/paper.png',
        'pubspec.yaml:16 assets/maps/valley.webp',
        'pubspec.yaml:25 assets/icon.png',
        'web/manifest.json:5 web/icons/Icon-maskable-512.png',
      ],
      placeholders: ['lib/main.dart:33 400 × 300'],
      present: [
        `${android}/AndroidManifest.xml:5 ${android}/res/mipmap-hdpi/ic_launcher.png`,
        `${kotlin}:8 ${android}/res/mipmap-hdpi/ic_launcher.png`,
        `${android}/res/values/styles.xml:4 ${android}/res/drawable/launch_background.xml`,
        'assets/walks.json:3 assets/images/boots.png',
        `ios/Runner/WelcomeView.swift:6 ${catalogue}/LaunchImage.imageset/LaunchImage.png`,
        'lib/main.dart:21 assets/logo.png',
        'lib/main.dart:28 assets/images/boots.png',
        'pubspec.yaml:14 assets/logo.png',
        'web/index.html:6 web/favicon.png',
        'web/index.html:7 web/icons/Icon-192.png',
        'web/manifest.json:4 web/icons/Icon-192.png',
      ],
      counts: { markdown: 1, androidXml: 3, kotlin: 1, json: 2, swift: 1, dart: 4, yaml: 2 },
    });
  });
});
