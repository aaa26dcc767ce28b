/* A form that needs a passkey. Without this script the page shows [data-passkey-without] instead.
   <form data-passkey="create|get" data-options="…"> <input type="hidden" name="Input.Credential"> … </form>
   The options and the answer are the JSON forms of WebAuthn level 3, written out here for browsers that do not know them. */

type Json = Record<string, unknown>;

const bytesOf = (text: unknown): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(String(text).replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const withBytes = (descriptors: unknown): Json[] =>
  ((descriptors as Json[] | undefined) ?? []).map((one) => ({ ...one, id: bytesOf(one["id"]) }));

const withoutNulls = (options: Json): Json =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));

async function make(options: Json): Promise<Json> {
  const user = options["user"] as Json;
  const publicKey = {
    ...options,
    challenge: bytesOf(options["challenge"]),
    user: { ...user, id: bytesOf(user["id"]) },
    excludeCredentials: withBytes(options["excludeCredentials"]),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return answer(made, {
    attestationObject: textOf(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  });
}

async function show(options: Json): Promise<Json> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options["challenge"]),
    allowCredentials: withBytes(options["allowCredentials"]),
  } as unknown as PublicKeyCredentialRequestOptions;
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = shown.response as AuthenticatorAssertionResponse;
  return answer(shown, {
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: response.userHandle ? textOf(response.userHandle) : null,
  });
}

const answer = (credential: PublicKeyCredential, response: Json): Json => ({
  id: credential.id,
  rawId: textOf(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: { clientDataJSON: textOf(credential.response.clientDataJSON), ...response },
});

async function send(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector<HTMLElement>("[data-passkey-status]");
  const options = withoutNulls(JSON.parse(form.dataset["options"] ?? "{}") as Json);
  try {
    const credential = form.dataset["passkey"] === "create" ? await make(options) : await show(options);
    form.querySelector<HTMLInputElement>("[name='Input.Credential']")!.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // refused, or no such key: said in words, and one may try again
    if (status) status.textContent = status.dataset["failed"] ?? "";
  }
}

if ("PublicKeyCredential" in window) {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form);
    });
  }
  for (const part of document.querySelectorAll<HTMLElement>("[data-passkey-with]")) part.hidden = false;
  for (const part of document.querySelectorAll<HTMLElement>("[data-passkey-without]")) part.hidden = true;
}
