// The button by which this browser asks for notices. Permission is asked for only when it is pressed.
const section = document.querySelector("[data-push-key]");
const form = document.querySelector("[data-push-form]");
const said = document.querySelector("[data-push-said]");

if (form && "PushManager" in window && "Notification" in window && navigator.serviceWorker) {
  form.hidden = false;
  said.textContent = form.dataset.may;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    subscribe().catch((error) => {
      said.textContent = error.name === "NotAllowedError" ? form.dataset.refused : form.dataset.failed;
    });
  });
}

async function subscribe() {
  if ((await Notification.requestPermission()) !== "granted") {
    said.textContent = form.dataset.refused;
    return;
  }
  await navigator.serviceWorker.register("/sw.js");
  const worker = await navigator.serviceWorker.ready;
  const key = bytes(section.dataset.pushKey);
  const old = await worker.pushManager.getSubscription();
  if (old && !same(old.options.applicationServerKey, key)) await old.unsubscribe();
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const subscription = (await worker.pushManager.subscribe(options)).toJSON();
  form.elements.endpoint.value = subscription.endpoint;
  form.elements.p256dh.value = subscription.keys.p256dh;
  form.elements.auth.value = subscription.keys.auth;
  // The attribute, since a form with a field called "name" answers with that field.
  form.elements.namedItem("name").value = browserName();
  HTMLFormElement.prototype.submit.call(form);
}

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function same(buffer, key) {
  const other = new Uint8Array(buffer ?? []);
  return other.length === key.length && other.every((byte, place) => byte === key[place]);
}

// Enough to tell a phone from a laptop in a list of two or three.
function browserName() {
  const agent = navigator.userAgent;
  const browser = /Edg\//.test(agent) ? "Edge" : /Firefox\//.test(agent) ? "Firefox"
    : /Chrome\//.test(agent) ? "Chrome" : /Safari\//.test(agent) ? "Safari" : "Web";
  const machine = /iPhone|iPad|Android|Windows|Mac OS X|Linux/.exec(agent)?.[0] ?? "";
  return [browser, machine.replace("Mac OS X", "Mac")].filter(Boolean).join(" · ");
}
