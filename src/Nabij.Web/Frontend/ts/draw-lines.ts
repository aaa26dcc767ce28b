/* A map on which lines are drawn with the pointer. Without it the same places are typed in the text areas.
   <figure data-draw-lines="Wish.Places" hidden> <svg data-west data-north data-east-per-x data-south-per-y> <polyline data-line="0"/> … </svg>
   <button data-line="0" aria-pressed> … <button data-undo> </figure>
   A click adds '52.69310, 5.24050' to the text area named 'Wish.Places[0]'. */

class LineDrawing {
  private chosen = 0;

  constructor(
    private readonly figure: HTMLElement,
    private readonly sheet: SVGSVGElement,
    private readonly texts: HTMLTextAreaElement[],
  ) {
    sheet.addEventListener("click", (click) => this.add(click));
    for (const button of this.buttons()) button.addEventListener("click", () => this.choose(Number(button.dataset["line"])));
    figure.querySelector("[data-undo]")?.addEventListener("click", () => this.takeBack());
    for (const text of texts) text.addEventListener("input", () => this.draw());
    this.draw();
    figure.hidden = false;
  }

  private buttons(): HTMLButtonElement[] {
    return Array.from(this.figure.querySelectorAll<HTMLButtonElement>("button[data-line]"));
  }

  private choose(line: number): void {
    this.chosen = line;
    for (const button of this.buttons()) button.setAttribute("aria-pressed", String(Number(button.dataset["line"]) === line));
  }

  private add(click: MouseEvent): void {
    const toSheet = this.sheet.getScreenCTM()?.inverse();
    if (!toSheet) return;
    const at = new DOMPoint(click.clientX, click.clientY).matrixTransform(toSheet);
    const latitude = this.measure("north") - at.y * this.measure("southPerY");
    const longitude = this.measure("west") + at.x * this.measure("eastPerX");
    this.write([...this.lines(this.chosen), `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`]);
  }

  private takeBack(): void {
    this.write(this.lines(this.chosen).slice(0, -1));
  }

  private write(lines: string[]): void {
    const text = this.texts[this.chosen];
    if (text) text.value = lines.join("\n");
    this.draw();
  }

  private lines(line: number): string[] {
    return (this.texts[line]?.value ?? "").split("\n").filter((typed) => typed.trim() !== "");
  }

  /** Typed addresses are not on the map: only the server knows where they are. */
  private draw(): void {
    for (const drawn of this.sheet.querySelectorAll<SVGPolylineElement>("polyline[data-line]"))
      drawn.setAttribute("points", this.lines(Number(drawn.dataset["line"])).flatMap((typed) => this.place(typed)).join(" "));
  }

  private place(typed: string): string[] {
    const degrees = /^\s*(\d+\.\d+)\s*[,\s]\s*(\d+\.\d+)\s*$/.exec(typed);
    if (!degrees) return [];
    const x = (Number(degrees[2]) - this.measure("west")) / this.measure("eastPerX");
    const y = (this.measure("north") - Number(degrees[1])) / this.measure("southPerY");
    return [`${x.toFixed(1)},${y.toFixed(1)}`];
  }

  private measure(name: string): number {
    return Number(this.sheet.dataset[name]);
  }
}

for (const figure of document.querySelectorAll<HTMLElement>("figure[data-draw-lines]")) {
  const sheet = figure.querySelector("svg");
  const texts = Array.from(document.querySelectorAll<HTMLTextAreaElement>(`textarea[name^="${figure.dataset["drawLines"]}["]`));
  if (sheet && texts.length > 0) new LineDrawing(figure, sheet, texts);
}
