/** A JPEG of 1024 × 768 px, in base64, with as much in it as a photograph, about, so that it costs as much to decode. */
export function paintPicture(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 1024;
  canvas.height = 768;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser paints nothing.');
  for (let n = 0; n < 4000; n += 1) {
    context.fillStyle = `hsl(${(n * 37) % 360} 60% ${(n * 13) % 100}% / 0.5)`;
    context.beginPath();
    context.arc((n * 7919) % 1024, (n * 104_729) % 768, 2 + ((n * 31) % 40), 0, 7);
    context.fill();
  }
  const url = canvas.toDataURL('image/jpeg', 0.9);
  return url.slice(url.indexOf(',') + 1);
}
