// A notice comes in: shown as it is, and tapped, it opens its page. Imported by the service worker.
self.addEventListener("push", (event) => {
  const { title, body, path, tag } = event.data.json();
  const options = { body, tag, data: { path }, icon: "/static/web/icon-192.png", lang: "ja" };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data.path));
});

// A page of ours that is open already is used again. Only paths of our own are opened.
async function openPage(path) {
  const url = new URL(path, self.location.origin);
  if (url.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: "window" });
  const used = windows[0];
  if (!used) {
    await self.clients.openWindow(url.href);
    return;
  }
  await used.focus();
  if (used.url !== url.href) await used.navigate(url.href);
}
