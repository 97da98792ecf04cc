import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Copied as it is: public/banner.png
  server: { open: '/banner.png' },
});
