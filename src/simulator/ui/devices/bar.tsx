// The things on the desk, side by side, with what is new on each.
import { devices, type Device } from '../../core/edition.ts';
import type { Desk } from '../desk-types.ts';
import { deviceNames, deviceOf, newOn } from '../devices.ts';
import { DeviceIcon } from '../icons.tsx';
import { marking } from '../marked.ts';
import { Hidden } from '../text.tsx';

/** One of them is taken up at a time. */
export function Devices(props: { readonly desk: Desk; readonly take: (device: Device) => void }) {
  const { desk, take } = props;
  const { edition, world } = desk;
  const current = deviceOf(edition, world.screen);
  return (
    <nav class="devices" aria-label="Sur le bureau">
      {devices.map((device) => {
        const fresh = newOn(world, device);
        return (
          <button
            key={device}
            type="button"
            aria-current={device === current ? 'true' : undefined}
            onClick={() => take(device)}
            {...marking(desk, 'device', device)}
          >
            <DeviceIcon device={device} />
            {deviceNames[device]}
            {fresh > 0 && (
              <i class="badge">
                {fresh}
                <Hidden> {fresh > 1 ? 'nouveaux' : 'nouveau'}</Hidden>
              </i>
            )}
          </button>
        );
      })}
    </nav>
  );
}
