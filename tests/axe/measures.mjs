/** What is measured of a view. Each function is run in the page, so that it knows nothing but the page; it gives the faults. */

/** What the page is like now. */
export function measure() {
    const heading = [...document.querySelectorAll("h1")].filter((each) => each.checkVisibility());
    return {
        headings: heading.length,
        title: document.title,
        names: heading.every((each) => document.title.startsWith(each.textContent.trim())),
        content: document.documentElement.scrollWidth,
        // What a scroll bar leaves, also where it is kept room for and not drawn.
        room: document.documentElement.offsetWidth,
    };
}

/** Words that their own box cuts off. What is there for screen readers alone is cut off on purpose. */
export function clipped() {
    const hidden = new Set(["hidden", "clip"]);
    const holdsWords = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    return [...document.querySelectorAll("body *")]
        .filter((each) => holdsWords(each) && each.checkVisibility() && !each.closest(".sr-only, .textLayer, .skip, svg, textarea, select"))
        .filter((each) => {
            const { overflowX, overflowY } = getComputedStyle(each);
            const wide = hidden.has(overflowX) && each.scrollWidth > each.clientWidth + 1;
            const high = hidden.has(overflowY) && each.scrollHeight > each.clientHeight + 1;
            return wide || high;
        })
        .map((each) => `words are cut off: ${each.outerHTML.slice(0, 200)}`);
}

/**
 * Controls smaller than 24 by 24 pixels (WCAG 2.5.8). A link within a sentence is as high as its line, and a box that has a
 * label is hit by its label.
 */
export function small() {
    const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
    return controls
        .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !each.closest(".skip, .textLayer"))
        .filter((each) => getComputedStyle(each).display !== "inline")
        .map((each) => ({ each, box: (each.matches("label input") ? each.closest("label") : each).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
        .map(({ each, box }) => `${Math.round(box.width)} by ${Math.round(box.height)} pixels are too small to hit: ${each.outerHTML.slice(0, 200)}`);
}

/** Controls that are wholly behind something else, or outside the window, when they have focus (WCAG 2.4.11). */
export function covered() {
    const before = document.activeElement;
    // What has focus already is not brought into view by being given it again.
    before?.blur();
    const within = document.querySelector("dialog[open]") ?? document;
    const controls = [...within.querySelectorAll("a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary")];
    const seen = (element) => {
        const box = element.getBoundingClientRect();
        const across = [0.05, 0.5, 0.95].map((part) => box.left + box.width * part);
        const down = [0.05, 0.25, 0.5, 0.75, 0.95].map((part) => box.top + box.height * part);
        return across.some((x) =>
            down.some((y) => {
                const top = document.elementFromPoint(x, y);
                return top && (element.contains(top) || top.contains(element) || element.closest("label")?.contains(top));
            }),
        );
    };
    const faults = controls
        .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(".skip"))
        .filter((each) => {
            each.focus();
            return document.activeElement === each && !seen(each);
        })
        .map((each) => `has focus behind something else, or outside the window: ${each.outerHTML.slice(0, 200)}`);
    before?.focus({ preventScroll: true });
    return faults;
}
