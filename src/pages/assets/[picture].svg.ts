/** /assets/ecran-….svg: each drawing once, however many steps and academies show it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { askedPictures } from '../../lib/tutorials.ts';
import { keptPictureOf } from '../../pictures/kept.ts';

export const getStaticPaths: GetStaticPaths = () => {
  const drawn = new Map(
    askedPictures().flatMap(({ edition, academy, ...wanted }) => {
      const picture = keptPictureOf(edition, academy, wanted);
      return picture ? [[picture.path, picture.svg] as const] : [];
    }),
  );
  return [...drawn].map(([path, svg]) => ({
    params: { picture: path.replace(/^\/assets\/|\.svg$/gu, '') },
    props: { svg },
  }));
};

export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(props.svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
