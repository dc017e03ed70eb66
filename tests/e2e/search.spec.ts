// The search over the built site: what people type, mistakes included, and the page that must come first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findIn, makeReady, parseIndex } from '../../src/scripts/search-words.ts';
import { filesOf, pageFiles } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite } from '../../src/tools/serve.ts';
import { presentTextOf } from '../support/forbidden-2026.ts';
import { expect, test } from '../support/guide-test.ts';

const index = (name: RegExp) => {
  const file = filesOf(siteFolder).find((one) => name.test(one)) ?? '';
  return readFileSync(join(siteFolder, file), 'utf8');
};
const current = index(/^assets\/recherche\.\w+\.json$/u);
const archives = index(/^assets\/recherche-archives\.\w+\.json$/u);
const read = (text: string) => parseIndex(JSON.parse(text)) ?? { synonyms: [], entries: [] };
const ready = makeReady([read(current)]);
const whole = makeReady([read(current), read(archives)]);

const readAll = () =>
  pageFiles(siteFolder).map((file) => readFileSync(join(siteFolder, file), 'utf8'));

const now = (academy: string) => `/elections/men-2026/${academy}/`;
const stuck = (situation: string) => `/ca-bloque/${situation}/`;
/** As people type → the page that comes first, whatever its anchor. */
const table: readonly (readonly [string, string])[] = [
  ['code de vote', stuck('code-perdu')],
  ['identifiant électeur', stuck('code-perdu')],
  ['numen perdu', stuck('pas-de-numen')],
  ['j’ai perdu mon numen', stuck('pas-de-numen')],
  ['NUMMEN', stuck('pas-de-numen')],
  ['mdp', stuck('mot-de-passe-perdu')],
  ['mdp oublié', stuck('mot-de-passe-perdu')],
  ['mot de pase perdu', stuck('mot-de-passe-perdu')],
  ['boîte mail', stuck('jamais-ouvert-ma-messagerie')],
  ['boite mail pleine', stuck('boite-pleine')],
  ['spam', stuck('boite-pleine')],
  ['webmail', stuck('jamais-ouvert-ma-messagerie')],
  ['mesagerie', stuck('jamais-ouvert-ma-messagerie')],
  ['webmail grenoble', '/academies/grenoble/'],
  ['AESH Mayotte', now('mayotte')],
  [
    'je suis AESH à Mayotte, jamais ouvert ma messagerie, vingt minutes',
    stuck('jamais-ouvert-ma-messagerie'),
  ],
  ['j’ai 20 min pour ouvrir ma boite pro', stuck('jamais-ouvert-ma-messagerie')],
  ['mon adresse ac-mayotte marche pas', stuck('jamais-ouvert-ma-messagerie')],
  ['g paumé ma notice', stuck('code-perdu')],
  ['jai pairdu le papié avec le code', stuck('code-perdu')],
  ['je trouve plus l’enveloppe', stuck('code-perdu')],
  ['ensegnant privé souscontrat', '/est-ce-mon-election/#prive'],
  ['partager', '/partager/'],
  ['envoyer à un collègue', '/partager/'],
  ['qr code', '/partager/'],
  ['38', now('grenoble')],
  ['isere', now('grenoble')],
  ['grenobel', now('grenoble')],
  ['974', now('la-reunion')],
  ['2B', now('corse')],
  ['caen', now('normandie')],
  ['tahiti', now('polynesie-francaise')],
  ['je suis au vice-rectorat de Nouméa', now('nouvelle-caledonie')],
  ['privé', '/est-ce-mon-election/#prive'],
  ['j’enseigne dans le privé', '/est-ce-mon-election/#prive'],
  ['université', '/est-ce-mon-election/#superieur'],
  ['ogec', '/est-ce-mon-election/#ogec'],
  ['directrice école privée ogec', '/est-ce-mon-election/#ogec'],
  ['secrétaire dans un OGEC', '/est-ce-mon-election/#ogec'],
  ['directrice d’une école privée', '/est-ce-mon-election/#prive'],
  ['directrice d’école', '/est-ce-mon-election/#etat'],
  ['directrice ecole catholique', '/est-ce-mon-election/#prive'],
  ['saenes', '/est-ce-mon-election/#etat'],
  ['itrf', '/est-ce-mon-election/#etat'],
  ['jeunesse et sports', '/est-ce-mon-election/#ne-sait-pas'],
  ['webmel', stuck('jamais-ouvert-ma-messagerie')],
  ['horaires', '/elections/men-2026/'],
  ['commune atsem', '/est-ce-mon-election/#collectivite'],
  ['contractuel', '/est-ce-mon-election/'],
  ['papier perdu', stuck('code-perdu')],
  ['j’ai perdu mon papier, c’est le dernier soir', stuck('code-perdu')],
  ['je suis bloqué', '/ca-bloque/'],
  ['j’aide ma mère', '/aider/parent/'],
  ['j’aide une collègue', '/aider/collegue/'],
  ['aide-mémoire', '/memo/'],
  ['lecteur d’ecran', stuck('besoin-d-aide')],
  ['catpcha', stuck('captcha-illisible')],
  ['lettre pas recue', stuck('lettre-jamais-recue')],
  ['j’ai pas reçu la notice', stuck('lettre-jamais-recue')],
  ['site en panne', stuck('portail-en-panne')],
  ['lien expiré', stuck('lien-mort')],
  ['sms pas reçu', stuck('nouveau-code-absent')],
  ['est-ce que j’ai voté ?', stuck('ai-je-vote')],
  ['changer mon vote', stuck('ai-je-vote')],
  ['attestation', stuck('ai-je-vote')],
  ['phishing', stuck('message-suspect')],
  ['hameconage', stuck('message-suspect')],
  ['quelqu’un me demande mon code par téléphone', stuck('message-suspect')],
  ['whatsapp', stuck('navigateur-d-une-appli')],
  ['pas sur la liste', stuck('pas-sur-la-liste')],
  ['il me manque un vote', stuck('scrutin-manquant')],
  ['adresse du portail', '/pas-le-site-officiel/'],
  ['quand voter', '/elections/men-2026/'],
  ['date limite', '/elections/men-2026/'],
  ['csa', '/mes-scrutins/'],
  ['émargement', '/glossaire/#emargement'],
  ['question defi', '/glossaire/#question-defi'],
  ['sans internet', '/hors-ligne/'],
  ['s’entrainer', '/simulateur/'],
];

/** Typed in a hurry, without accents, on a phone → a page that must be among the first three. */
const amongThree: readonly (readonly [string, string])[] = [
  ['iphone', stuck('navigateur-d-une-appli')],
  ['ipad', stuck('navigateur-d-une-appli')],
  ['android', stuck('navigateur-d-une-appli')],
  ['ma tablette', stuck('navigateur-d-une-appli')],
  ['ma tablete', stuck('navigateur-d-une-appli')],
  ['je vote sur mon telephone', stuck('navigateur-d-une-appli')],
  ['hospitalisé', stuck('besoin-d-aide')],
  ['je suis hospitalise', stuck('besoin-d-aide')],
  ['a l’hopital', stuck('besoin-d-aide')],
  ['aveugle', stuck('besoin-d-aide')],
  ['dislexique', stuck('besoin-d-aide')],
  ['pas d’ordi', stuck('besoin-d-aide')],
  ['arret maladie', stuck('lettre-jamais-recue')],
  ['en conge maternite', stuck('lettre-jamais-recue')],
  ['conge parental', stuck('lettre-jamais-recue')],
  ['remplaçant tzr', stuck('lettre-jamais-recue')],
  ['remplacante brigade', stuck('lettre-jamais-recue')],
  ['je travaille dans plusieurs ecoles', stuck('lettre-jamais-recue')],
  ['j’ai demenager', stuck('lettre-jamais-recue')],
  ['avis de passage la poste', stuck('lettre-jamais-recue')],
  ['pas recu', stuck('lettre-jamais-recue')],
  ['retraité', '/est-ce-mon-election/#arrivee'],
  ['je suis retraitée', '/est-ce-mon-election/#arrivee'],
  ['mutation', '/est-ce-mon-election/#arrivee'],
  ['j’ai changé d’academie', '/est-ce-mon-election/#arrivee'],
  ['en disponibilite', '/est-ce-mon-election/#arrivee'],
  ['fin de contrat', '/est-ce-mon-election/#arrivee'],
  ['prof des ecoles', '/est-ce-mon-election/#etat'],
  ['instit', '/est-ce-mon-election/#etat'],
  ['infirmiere scolaire', '/est-ce-mon-election/#etat'],
  ['cpe', '/est-ce-mon-election/#etat'],
  ['psy en', '/est-ce-mon-election/#etat'],
  ['surveillante', '/est-ce-mon-election/#contrat-d-etablissement'],
  ['avs', '/est-ce-mon-election/#contrat-d-etablissement'],
  ['aesh', '/est-ce-mon-election/#aesh-de-l-academie'],
  ['cdd', '/est-ce-mon-election/'],
  ['vaccataire', '/est-ce-mon-election/'],
  ['enseignement catholique', '/est-ce-mon-election/#prive'],
  ['cantiniere', '/est-ce-mon-election/#collectivite'],
  ['la mairie me paie', '/est-ce-mon-election/#collectivite'],
  ['lycee agricole', '/est-ce-mon-election/#agricole'],
  ['prof a l’etranger', '/est-ce-mon-election/#etranger'],
  ['fiche de paie', '/est-ce-mon-election/#ne-sait-pas'],
  ['cse', '/mes-scrutins/'],
  ['pour qui voter', '/mes-scrutins/'],
  ['affiche', '/partager/'],
  ['affiche salle des profs', '/partager/'],
  ['tract', '/partager/'],
  ['flyer', '/partager/'],
  ['imprimer', '/memo/'],
  ['imprimer une affiche', '/partager/'],
  ['pdf', '/memo/'],
  ['panne', stuck('portail-en-panne')],
  ['en pane', stuck('portail-en-panne')],
  ['le site rame', stuck('portail-en-panne')],
  ['page blanche', stuck('portail-en-panne')],
  ['erreur 404', stuck('lien-mort')],
  ['je comprend rien', '/ca-bloque/'],
  ['trop complique', '/ca-bloque/'],
  ['identifiant oublie', stuck('jamais-ouvert-ma-messagerie')],
  ['i-prof', stuck('jamais-ouvert-ma-messagerie')],
  ['arena', stuck('jamais-ouvert-ma-messagerie')],
  ['compte bloque', stuck('mot-de-passe-perdu')],
  ['quota depassé', stuck('boite-pleine')],
  ['boite plaine', stuck('boite-pleine')],
  ['lien expirer', stuck('lien-mort')],
  ['capcha', stuck('captcha-illisible')],
  ['letre perdue', stuck('code-perdu')],
  ['faux site', stuck('message-suspect')],
  ['fraude', stuck('message-suspect')],
  ['deja voté', stuck('ai-je-vote')],
  ['quelqu’un a voté a ma place', stuck('ai-je-vote')],
  ['procuration', '/aider/'],
  ['voter pour quelqu’un d’autre', '/aider/'],
  ['ma femme est prof', '/aider/parent/'],
  ['mon mari', '/aider/parent/'],
  ['c’est quand', '/elections/men-2026/'],
  ['dernier jour pour voter', '/elections/men-2026/'],
  ['c’est trop tard', '/elections/men-2026/'],
  ['prolongation', '/elections/men-2026/'],
  ['pas de wifi', '/hors-ligne/'],
  ['cle usb', '/hors-ligne/'],
  ['france connect', '/glossaire/#compte-electeur'],
  ['vote secret', '/glossaire/#emargement'],
  ['candidats', '/glossaire/#liste-de-candidats'],
  ['numero assistance', '/academies/'],
  ['erreur sur le site', '/signaler/'],
  ['vote blanc', '/glossaire/#vote-blanc'],
  ['resultats', '/glossaire/#depouillement'],
  ['je suis AESH à Mayotte jamais ouvert ma messagerie', stuck('jamais-ouvert-ma-messagerie')],
  ['perdu mon papier dernier soir', stuck('code-perdu')],
  ['vice-rectorat Nouméa', now('nouvelle-caledonie')],
  ['j’enseigne dans le privé', '/est-ce-mon-election/#prive'],
  ['j’aide ma mère', '/aider/parent/'],
  ['aider maman a voter', '/aider/parent/'],
  ['mes parents', '/aider/parent/'],
  ['ma feuille pour voter a disparu', stuck('code-perdu')],
  ['le courrier de vote est à la poubelle', stuck('code-perdu')],
  ['prof en nc', now('nouvelle-caledonie')],
  ['diocèse prof', '/est-ce-mon-election/#prive'],
  ['je bosse dans un lycée privé est ce que je vote', '/est-ce-mon-election/#prive'],
];

const firstOf = (request: string) => {
  const found = findIn(request, ready)[0];
  return found?.entry.path.includes('#') ? found.href : found?.entry.path;
};

test('what people type leads where they need to go', () => {
  const lost = table
    .map(([request, path]) => ({ request, path, first: firstOf(request) }))
    .filter(({ path, first }) => path !== first);
  expect(lost).toEqual([]);
});

test('what a voter types in a hurry has its page among the first three answers', () => {
  const lost = amongThree.flatMap(([request, path]) => {
    const found = findIn(request, ready, 3).map(({ entry }) => entry.path);
    return found.includes(path) ? [] : [`${request}: ${found.join(' ')} and not ${path}`];
  });
  expect(lost).toEqual([]);
});

test('the academy that a sentence names is never further than the second line', () => {
  const found = findIn('je suis AESH à Mayotte, jamais ouvert ma messagerie', ready);
  expect(found.slice(0, 2).map(({ entry }) => entry.path)).toContain(now('mayotte'));
});

test('this year comes first when the archives are asked for too', () => {
  const paths = findIn('réassort', whole).map(({ entry }) => entry);
  expect(paths[0]?.kind).not.toBe('archive');
  expect(paths.some(({ kind }) => kind === 'archive')).toBe(true);
});

test('nothing of an old year is in the words of today', () => {
  const archived = read(current).entries.filter(({ path }) => /men-20(14|18|22)/u.test(path));
  expect(archived).toEqual([]);
  const text = presentTextOf(current);
  expect(text).not.toMatch(/En 2018, (?:deux|trois) scrutins/u);
});

test('no answer speaks of a moment of the vote: whoever searches may be in another one', () => {
  const said = readAll().flatMap((html) =>
    [
      ...html.matchAll(/<(p|div)\b[^>]*\bdata-time="[^"]*"[^>]*>\s*<(?:p>\s*<)?b\b[^>]*>([^<]+)/gu),
    ].map(([, , words = '']) => words.trim()),
  );
  expect(new Set(said).size).toBeGreaterThan(1);
  said.push('Demain matin');
  const text = read(current)
    .entries.flatMap(({ parts }) => parts.map(([, , own]) => own))
    .join(' ');
  expect([...new Set(said)].filter((words) => text.includes(words))).toEqual([]);
});

test('the words of the guide stay light', () => {
  expect(gzipSync(current).length).toBeLessThan(40_000);
  expect(gzipSync(archives).length).toBeLessThan(60_000);
});

test('every answer leads to a page and an anchor that exist', () => {
  const dead = [...read(current).entries, ...read(archives).entries].flatMap(({ path, parts }) => {
    const [page = '', anchor = ''] = path.split('#');
    const html = readFileSync(join(siteFolder, page, 'index.html'), 'utf8');
    return [anchor, ...parts.map(([own]) => own)]
      .filter((one) => one !== '' && !html.includes(`id="${one}"`))
      .map((one) => `${path} → ${one}`);
  });
  expect(dead).toEqual([]);
});

test('a reader searches by keyboard, and what is typed is in no address', async ({ page }) => {
  await page.goto('/recherche/');
  await page.getByLabel('Un mot, une phrase, un département').fill('papier perdu');
  await expect(page.getByRole('status').filter({ hasText: 'réponses' })).toBeVisible();
  const first = page.locator('.results a').first();
  await expect(first).toHaveText('J’ai perdu ma lettre ou mon code');
  await page.keyboard.press('Enter');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'J’ai perdu ma lettre ou mon code',
  );
  expect(page.url()).not.toContain('papier');
  await page.goBack();
  await expect(page.getByLabel('Un mot, une phrase, un département')).toHaveValue('papier perdu');
  expect(page.url()).toMatch(/\/recherche\/$/u);
});

for (const request of [
  'je suis AESH à Mayotte jamais ouvert ma messagerie',
  'perdu mon papier dernier soir',
  'vice-rectorat Nouméa',
  'j’enseigne dans le privé',
  'j’aide ma mère',
])
  test(`three taps from home on a phone: a gesture, a person, a message (${request})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('/');
    await page.locator('a[href="/recherche/"]:visible').first().click();
    await page.getByLabel('Un mot, une phrase, un département').fill(request);
    await page.locator('.results a').first().click();
    await expect(page).not.toHaveURL(/\/recherche\//u);
    // What to do is on the first screen, or its doors are; persons are on the page.
    const gesture = page.locator('#maintenant, #ou, #prive');
    await expect(gesture).toBeInViewport();
    await expect(page.locator('main [data-persons]').first()).toBeAttached();
    const door = page.locator('main a[href$="#message"]:visible').first();
    if ((await door.count()) > 0) await door.click();
    const message = page.locator('main [data-message]').first();
    await message.scrollIntoViewIfNeeded();
    await expect(message).toContainText('Bonjour');
  });

test('a page that answers as a whole opens at its top, one of its sentences where it stands', () => {
  const hrefOf = (request: string) => findIn(request, ready)[0]?.href;
  expect(hrefOf('j’aide ma mère')).toBe('/aider/parent/');
  expect(hrefOf('c’est quand')).toBe('/elections/men-2026/');
  expect(hrefOf('correspondant handicap')).toBe('/ca-bloque/besoin-d-aide/#maintenant');
});

test('archives are found once their box is ticked, and say their year', async ({ page }) => {
  await page.goto('/recherche/');
  await page.getByLabel('Un mot, une phrase, un département').fill('Amiens 2018');
  await expect(page.locator('.results')).not.toContainText('archives 2018');
  await page.getByLabel(/aussi dans les archives/u).check();
  await expect(page.locator('.results')).toContainText('archives 2018');
});

test('where nothing answers, persons and lists are a tap away', async ({ page }) => {
  await page.goto('/recherche/');
  await page.getByLabel('Un mot, une phrase, un département').fill('xylophone');
  await expect(page.getByRole('status').filter({ hasText: 'Rien trouvé' })).toBeVisible();
  await page.locator('.results').getByRole('link', { name: 'À qui demander' }).click();
  await expect(page.locator('#demander')).toBeInViewport();
});

test('what looks like a secret is neither searched nor kept', async ({ page }) => {
  await page.goto('/recherche/');
  await page.getByLabel('Un mot, une phrase, un département').fill('12A3456789XYZ');
  await expect(page.getByRole('status').filter({ hasText: 'effacez-le' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('12A');
});

test('without a script, situations, academies and words are plain lists', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/recherche/');
  await expect(page.getByRole('link', { name: 'J’ai perdu ma lettre ou mon code' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Mayotte/u })).toBeVisible();
  await expect(page.getByRole('link', { name: 'NUMEN', exact: true })).toBeVisible();
  await context.close();
});

test('a reader of two pages searches without network, though never searched before', async ({
  page,
}) => {
  const site = await serveSite({ dir: siteFolder, port: 4370 + test.info().parallelIndex });
  try {
    await page.goto(`${site.address}/`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!(await caches.match('/'))) await new Promise((again) => setTimeout(again, 50));
    });
    await page.goto(`${site.address}/ca-bloque/`);
    await expect
      .poll(() => page.evaluate(() => caches.match('/recherche/').then(Boolean)))
      .toBe(true);
    await site.stop();
    await page.goto(`${site.address}/recherche/`);
    await page.getByLabel('Un mot, une phrase, un département').fill('numen perdu');
    await expect(page.locator('.results a').first()).toHaveText('Je ne connais pas mon NUMEN');
    await page.getByLabel(/aussi dans les archives/u).check();
    await expect(page.getByText('Les archives demandent le réseau')).toBeVisible();
    await site.start();
  } finally {
    await site.stop().catch(() => undefined);
  }
});
