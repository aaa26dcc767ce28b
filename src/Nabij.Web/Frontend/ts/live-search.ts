/* A search form that shows its results while you type. Without it the same form is sent with its button.
   <form method="get" data-live-search data-target="results"> … <p role="status" data-live-status></p>
   The answer may be a whole page or only the part with id "results"; in it, [data-live-count] is read aloud. */

const pauseAfterTyping = 250;

class LiveSearch {
  private running: AbortController | undefined;
  private timer: number | undefined;
  private shown = "";

  constructor(
    private readonly form: HTMLFormElement,
    private readonly results: HTMLElement,
    private readonly status: HTMLElement | null,
  ) {
    this.shown = this.address();
    form.addEventListener("input", () => this.afterPause());
    form.addEventListener("submit", () => this.stop());
  }

  private afterPause(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), pauseAfterTyping);
  }

  private stop(): void {
    window.clearTimeout(this.timer);
    this.running?.abort();
  }

  private address(): string {
    const url = new URL(this.form.action, document.baseURI);
    const fields = new FormData(this.form);
    url.search = new URLSearchParams(
      Array.from(fields, ([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    return url.toString();
  }

  private async search(): Promise<void> {
    this.stop();
    const address = this.address();
    if (address === this.shown) return;
    const own = (this.running = new AbortController());
    this.results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: own.signal, headers: { "X-Part": this.results.id } });
      if (!answer.ok || answer.redirected) return;
      this.show(await answer.text());
      this.shown = address;
      history.replaceState(null, "", address);
    } catch (error) {
      if (!(error instanceof TypeError || own.signal.aborted)) throw error; // no network: the button still works
    } finally {
      if (this.running === own) this.results.removeAttribute("aria-busy");
    }
  }

  private show(html: string): void {
    const answer = new DOMParser().parseFromString(html, "text/html");
    const part = answer.getElementById(this.results.id) ?? answer.body;
    this.results.replaceChildren(...Array.from(part.childNodes));
    if (this.status)
      this.status.textContent = this.results.querySelector("[data-live-count]")?.textContent?.trim() ?? "";
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-live-search]")) {
  const results = document.getElementById(form.dataset["target"] ?? "");
  if (results) new LiveSearch(form, results, form.querySelector<HTMLElement>("[data-live-status]"));
}
