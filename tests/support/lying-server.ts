/** A network that says yes to everything: the page where one signs in to a hotel’s, whatever is asked. */
import { createServer } from 'node:http';

export const portalWords = 'Bienvenue à l’hôtel. Connectez-vous au réseau.';

/** Takes the place of a site on its own port. */
export async function lyingServer(port: number): Promise<{ readonly stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const back = encodeURIComponent(request.url ?? '/');
    response.end(
      `<!doctype html><html lang="fr"><title>Hôtel</title><main><h1>${portalWords}</h1><a href="/login?to=${back}">isoloir</a></main>`,
    );
  });
  await new Promise<void>((done) => server.listen(port, 'localhost', done));
  return {
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
