export default {
  title: 'Beacon',
  url: 'https://beacon.example',
  baseUrl: '/',
  favicon: 'img/favicon.ico',
  themeConfig: { navbar: { logo: { alt: 'Beacon', src: 'img/logo.png' } } },
};
