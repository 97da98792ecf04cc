import { useState } from 'react';
import hero from './assets/hero.jpg';
import logo from './assets/logo.png';
import { Gallery } from './components/Gallery';
import products from './data/products.json';

// The old hero was './assets/hero-2019.png'.
const FALLBACK = '/images/missing-product.png';

export function App() {
  const [open, setOpen] = useState(false);
  return (
    <main>
      <header style={{ backgroundImage: 'url("/images/waves.png")', color: 'white' }}>
        <img src={logo} alt="Harbour Shop" width={64} height={64} />
        <h1>Sails, ropes and paint</h1>
        <img src={hero} alt="A red fishing boat at a wooden pier at dawn" width={1600} height={900} />
      </header>
      <section>
        <h2>Who we are</h2>
        <img src="/images/team.png" alt="The team" />
        <img
          src="/images/workshop.webp"
          srcSet="/images/workshop.webp 1x, /images/workshop@2x.webp 2x"
          alt="Our workshop by the water"
          width={640}
          height={480}
        />
        {/* <img src="/images/old-workshop.png" alt="" /> */}
      </section>
      <section onClick={() => setOpen(!open)}>
        {products.map((product) => (
          <figure key={product.id}>
            <img src={product.thumbnail ?? FALLBACK} alt={product.name} />
            <img src={`/products/${product.id}.png`} alt="" />
          </figure>
        ))}
        <img src="https://placehold.co/600x400" alt="Three coils of rope" />
        <img src="https://cdn.harbour.example/banner.png" alt="" />
        <img src="data:image/png;base64,iVBORw0KGgo=" alt="" />
      </section>
      <Gallery />
    </main>
  );
}
