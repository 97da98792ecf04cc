import Link from '@docusaurus/Link';

export default function Home() {
  return (
    <main className="hero">
      <h1>Light, when ships need it</h1>
      <img src={require('@site/static/img/home-hero.png').default} alt="Ships below a lighthouse" />
      <img src="/img/logo.png" alt="Beacon" />
      <Link to="/intro">Start</Link>
    </main>
  );
}
