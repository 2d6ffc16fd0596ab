/* Keeps the shell of the chat, so that it opens without internet and what was written can wait there. Messages and
   answers of the API are never kept. Served as /sw.js. */
"use strict";
const SHELL = "hallowerk-shell-1";
const OFFLINE = "/offline";
const CHAT = /^\/c\/[^/]+\/$/;
const ASSET = /^\/static\//;
const isShell = (url) => url.origin === location.origin && (ASSET.test(url.pathname) || CHAT.test(url.pathname));

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.add(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function keep(request, answer) {
  const shell = await caches.open(SHELL);
  if (answer.ok && !answer.redirected) {
    // The version stands in the query: a new one replaces the old one.
    const old = await shell.keys(request, { ignoreSearch: true });
    await Promise.all(old.filter((kept) => kept.url !== request.url).map((kept) => shell.delete(kept)));
    await shell.put(request, answer);
  } else if (answer.status === 401 || answer.status === 403 || answer.status === 410) {
    await shell.delete(request);
  }
}

// The network first: the browser's own cache makes that quick, and what is kept here is only for when it fails.
async function fetchOrKept(event, kept) {
  try {
    const answer = await fetch(event.request);
    if (kept) event.waitUntil(keep(event.request, answer.clone()));
    return answer;
  } catch (error) {
    const shell = await caches.open(SHELL);
    const found = kept && (await shell.match(event.request));
    if (found) return found;
    if (event.request.mode !== "navigate") throw error;
    return (await shell.match(OFFLINE)) || Response.error();
  }
}

// What a page that was there before this worker consists of.
self.addEventListener("message", (event) => {
  const paths = event.data.map((address) => new URL(address, location.href)).filter(isShell);
  event.waitUntil(Promise.all(paths.map((url) => fetch(url.href).then((answer) => keep(new Request(url.href), answer)))));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  const kept = isShell(url);
  if (kept || event.request.mode === "navigate") event.respondWith(fetchOrKept(event, kept));
});
