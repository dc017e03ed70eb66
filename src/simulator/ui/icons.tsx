// Five drawn icons, one per device.
import type { Device } from '../core/edition.ts';

const paths: Readonly<Record<Device, string>> = {
  computer: 'M3 5h18v11H3zM8 20h8M12 16v4',
  phone: 'M7 2.5h10v19H7zM10.5 18.5h3',
  letterbox: 'M3 6h18v12H3zM3 6l9 7 9-7',
  people:
    'M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2.500.8 4 2.700 4 5.500',
  calendar: 'M4 5h16v15H4zM4 10h16M8 2.500V6M16 2.500V6',
};

/** Decorative: the word stands beside it. */
export function DeviceIcon(props: { readonly device: Device }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d={paths[props.device]} />
    </svg>
  );
}
