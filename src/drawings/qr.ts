/**
 * A QR code, made on this device: an SVG drawing built without a string of HTML, and files to keep. Loaded only when
 * somebody asks for a code.
 */
import { encode } from 'uqr';

/** White around a code, in modules: ISO/IEC 18004 asks for four. */
const quiet = 4;
/** Pixels of a module in the picture: a code of an address is then some 700 px wide, enough for a poster. */
const pixels = 16;
const svgSpace = 'http://www.w3.org/2000/svg';

/** The modules of a code, quiet zone included: `true` is black. Throws on an address longer than a code can hold. */
export function qrModules(address: string): readonly (readonly boolean[])[] {
  return encode(address, { ecc: 'M', boostEcc: true, border: quiet }).data;
}

/** One line of black modules after the other, as the `d` of an SVG path, a module being one unit. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) =>
      [
        ...row
          .map((black) => (black ? '1' : '0'))
          .join('')
          .matchAll(/1+/gu),
      ].map(
        ({ index, 0: run }) =>
          `M${String(index)} ${String(y)}h${String(run.length)}v1h-${String(run.length)}z`,
      ),
    )
    .join('');
}

/**
 * The drawing, to put in a page: black on white in every colour scheme, as readers of codes want it.
 * @param label said instead of the picture, in French: « Code QR vers … »
 */
export function qrDrawing(address: string, label: string): SVGSVGElement {
  const modules = qrModules(address);
  const size = String(modules.length);
  const svg = shape('svg', {
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': label,
    'shape-rendering': 'crispEdges',
  });
  svg.append(
    shape('rect', { width: size, height: size, fill: '#fff' }),
    shape('path', { d: qrPath(modules), fill: '#000' }),
  );
  return svg;
}

function shape<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** The drawing as a file of its own, some 10 cm wide in a word processor. */
export function qrSvgFile(address: string): Blob {
  const svg = qrDrawing(address, `Code QR vers ${address}`);
  svg.setAttribute('width', '10cm');
  svg.setAttribute('height', '10cm');
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

/** The code as a PNG file. Rejects where the browser keeps its canvas closed. */
export function qrPngFile(address: string): Promise<Blob> {
  const modules = qrModules(address);
  const canvas = document.createElement('canvas');
  canvas.width = modules.length * pixels;
  canvas.height = canvas.width;
  const brush = canvas.getContext('2d');
  if (!brush) return Promise.reject(new Error('No canvas on this device'));
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = '#000';
  modules.forEach((row, y) => {
    row.forEach((black, x) => {
      if (black) brush.fillRect(x * pixels, y * pixels, pixels, pixels);
    });
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('This device made no picture'));
    }, 'image/png');
  });
}

/** Offers a file made here to the device's own « enregistrer ». Nothing leaves the device. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Safari reads the file after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
