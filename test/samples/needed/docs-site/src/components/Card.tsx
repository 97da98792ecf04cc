import type { ReactNode } from 'react';

export function Card({ image = '/img/default-card.png', children }: { image?: string; children: ReactNode }) {
  return (
    <div className="card">
      <img src={image} alt="" />
      {children}
    </div>
  );
}
