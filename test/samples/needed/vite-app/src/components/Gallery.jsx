const paints = new URL('../assets/paints.png', import.meta.url).href;
const html = '<img src="/images/from-a-string.png">';

export function Gallery() {
  return (
    <>
      <picture>
        <source type="image/avif" srcSet="/gallery/bay-800.avif 800w, /gallery/bay-1600.avif 1600w" />
        <img src="/gallery/bay.jpg" alt="The bay" width="800" height="600" />
      </picture>
      <video src="/gallery/tour.mp4" poster="/gallery/tour-poster.jpg" controls />
      <img src={paints} alt="Tins of paint on a shelf" />
      <Avatar src="https://picsum.photos/seed/ada/128" alt="A customer" />
      <a href="/gallery/large.png">All pictures</a>
      <p dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
}
