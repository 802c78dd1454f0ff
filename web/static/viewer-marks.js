// Marks the words of a search in the text of a page. The site says which forms of them the document has.

const LETTER = "\\p{L}\\p{N}\\p{M}";
const HYPHEN = "(?:[-\u00ad]\\s*\\n\\s*)?"; // a word that is broken at the end of a line

const escaped = (sign) => sign.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
const spelt = (word) => [...word].map(escaped).join(HYPHEN);

// Returns what finds the forms as whole words; null when there are none.
export function pattern(forms) {
  if (!forms.length) {
    return null;
  }
  const written = forms.map((form) => form.split(" ").map(spelt).join(`[^${LETTER}]+`));
  return new RegExp(`(?<![${LETTER}])(?:${written.join("|")})(?![${LETTER}])`, "giu");
}

// Marks the forms in the pieces of a page's text, of which one word may cross several.
export function markPieces(pieces, texts, ends, wanted) {
  const starts = [];
  let whole = "";
  texts.forEach((text, at) => {
    starts.push(whole.length);
    whole += text + (ends[at] ? "\n" : "");
  });
  const found = pieces.map(() => []);
  let piece = 0;
  for (const match of whole.matchAll(wanted)) {
    const [from, to] = [match.index, match.index + match[0].length];
    while (piece + 1 < starts.length && starts[piece + 1] <= from) {
      piece += 1;
    }
    for (let at = piece; at < starts.length && starts[at] < to; at += 1) {
      const [start, end] = [Math.max(from - starts[at], 0), Math.min(to - starts[at], texts[at].length)];
      if (start < end) {
        found[at].push([start, end]);
      }
    }
  }
  found.forEach((spans, at) => spans.length && rewrite(pieces[at], texts[at], spans));
}

function rewrite(piece, text, spans) {
  const parts = [];
  let at = 0;
  for (const [start, end] of spans) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  piece.replaceChildren(...parts, text.slice(at));
}
