// Drawn icons: one per device, and those of two small buttons. All are decorative: the word stands beside them, or is read.
import type { Device } from '../core/edition.ts';

const paths: Readonly<Record<Device, string>> = {
  computer: 'M3 5h18v11H3zM8 20h8M12 16v4',
  phone: 'M7 2.5h10v19H7zM10.5 18.5h3',
  letterbox: 'M3 6h18v12H3zM3 6l9 7 9-7',
  people:
    'M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2.500.8 4 2.700 4 5.500',
  calendar: 'M4 5h16v15H4zM4 10h16M8 2.500V6M16 2.500V6',
};

function Icon(props: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d={props.path} />
    </svg>
  );
}

/** A thing on the desk. */
export function DeviceIcon(props: { readonly device: Device }) {
  return <Icon path={paths[props.device]} />;
}

/** Throwing away. */
export function BinIcon() {
  return <Icon path="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5" />;
}

const eye =
  'M2 12c2.500-4.500 6-6.500 10-6.500s7.500 2 10 6.500c-2.500 4.500-6 6.500-10 6.500S4.500 16.500 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z';

/** A text that can be seen, or is now hidden: then the eye is crossed out. */
export function EyeIcon(props: { readonly crossed: boolean }) {
  return <Icon path={props.crossed ? `${eye}M4 20 20 4` : eye} />;
}
