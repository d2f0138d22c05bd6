// What lets yokame be opened without a network: today, the board and the calendar as last seen.
//
// `FACTS` is written above these lines by `yokame.web.installed`. Online nothing here answers: every
// page comes from the server, and only its copy is kept. Copies are kept for one person at a time,
// and thrown away as soon as a page says that it is another's, or leads to signing in or out.
const PARTS = `parts-${FACTS.version}`;
const SEEN = "seen-";
const PERSON = "Yokame-Person";
const PART = new RegExp(`(?:src|href)="(${FACTS.files}[^"]+[?]v=[^"]+)"`, "g");

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forget((name) => name !== PARTS && !name.startsWith(SEEN)).then(begin));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, url));
  else if (url.searchParams.has("v") && url.pathname.startsWith(FACTS.files)) {
    event.respondWith(part(event.request));
  }
});

async function keepOfflinePage() {
  const response = await fetch(FACTS.offline);
  if (!response.ok) throw new Error(`${FACTS.offline}: ${response.status}`);
  await keepParts(await response.clone().text());
  await (await caches.open(PARTS)).put(FACTS.offline, response);
}

// Styles and scripts of a page that was not opened yet, so that its copy is whole.
async function keepParts(html) {
  const cache = await caches.open(PARTS);
  for (const [, address] of html.matchAll(PART)) {
    if (!(await cache.match(address))) await cache.add(address);
  }
}

async function begin() {
  await self.clients.claim();
  for (const path of FACTS.pages) {
    try {
      await keep(path, await fetch(path));
    } catch {
      return; // no network after all: what was seen stays as it was
    }
  }
}

async function page(event, url) {
  let response;
  try {
    response = await fetch(event.request);
  } catch {
    return seen(event.request, url);
  }
  if (FACTS.ends.some((path) => url.pathname.startsWith(path))) {
    event.waitUntil(forget((name) => name.startsWith(SEEN)));
  } else {
    event.waitUntil(keep(url.pathname, response.clone(), url));
  }
  return response;
}

async function keep(path, response, url) {
  const person = response.headers.get(PERSON);
  if (!person) return;
  const mine = SEEN + person;
  await forget((name) => name.startsWith(SEEN) && name !== mine);
  // Another filter or month is not what one looks for when one opens the page.
  const isPlain = !url || [...url.searchParams.keys()].every((key) => key === "done");
  if (response.ok && !response.redirected && isPlain && FACTS.pages.includes(path)) {
    await keepParts(await response.clone().text());
    await (await caches.open(mine)).put(path, response);
  }
}

async function seen(request, url) {
  if (request.method === "GET" && FACTS.pages.includes(url.pathname)) {
    for (const name of await caches.keys()) {
      const kept = name.startsWith(SEEN) && (await (await caches.open(name)).match(url.pathname));
      if (kept) return marked(kept);
    }
  }
  return (await caches.match(FACTS.offline)) ?? Response.error();
}

// The page carries the line that says of when it is; here it is only shown.
async function marked(kept) {
  const html = (await kept.text()).replace(" hidden data-offline", " data-offline");
  return new Response(html, { headers: kept.headers });
}

async function part(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(PARTS)).put(request, response.clone());
  return response;
}

async function forget(which) {
  const names = (await caches.keys()).filter(which);
  await Promise.all(names.map((name) => caches.delete(name)));
}
