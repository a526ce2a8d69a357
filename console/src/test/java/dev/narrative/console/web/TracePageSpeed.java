package dev.narrative.console.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Measures the page of a large trace: how long until it is drawn, and what a frame and a click take. It asserts nothing. */
final class TracePageSpeed {
    private static final int RUNS = 5;

    /** Notes when the first row has been drawn, in milliseconds after the navigation began. */
    private static final String WATCH = """
            const look = () => document.querySelector('.span-rows [role=row] .label')?.textContent
              ? requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); }))
              : requestAnimationFrame(look);
            look();
            """;

    /** The milliseconds between frames while the tree is scrolled through, upwards. */
    private static final String SCROLL = """
            async () => {
              const grid = document.querySelector('.span-grid');
              const frame = () => new Promise(requestAnimationFrame);
              const took = [];
              for (let i = 0, last = await frame(); i < 120; i++) {
                grid.scrollTop += 700;
                const now = await frame();
                took.push(now - last);
                last = now;
              }
              return took.sort((a, b) => a - b);
            }
            """;

    /** The milliseconds from a click on a row until it is drawn, upwards. */
    private static final String CLICK = """
            async () => {
              const took = [];
              for (let i = 0; i < 20; i++) {
                const row = [...document.querySelectorAll('.span-rows .row:not([hidden])')][8 + i % 12];
                const begun = performance.now();
                row.click();
                await new Promise(requestAnimationFrame);
                await new Promise((done) => setTimeout(done));
                took.push(performance.now() - begun);
                await new Promise((done) => setTimeout(done, 150));
              }
              return took.sort((a, b) => a - b);
            }
            """;

    @Test
    void measures() throws IOException, InterruptedException {
        BrowsedConsole console = BrowsedConsole.shared();
        TraceFixtures.writeHuge(console);
        measure(console, "10,000", TraceFixtures.LARGE);
        measure(console, "50,000", TraceFixtures.HUGE);
    }

    private static void measure(BrowsedConsole console, String size, long trace) {
        double[] drawn = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            try (Visitor visitor = console.visitor(1_440, false).goTo("/compare")) {
                Page page = visitor.page();
                page.addInitScript(WATCH);
                page.navigate(page.url().replace("/compare", TraceFixtures.page(trace)));
                visitor.awaitTrue("window.drawn > 0");
                drawn[i] = ((Number) visitor.evaluate("window.drawn")).doubleValue();
                if (i == RUNS - 1) {
                    print("trace of " + size + " spans, frame while scrolling", visitor.evaluate(SCROLL));
                    print("trace of " + size + " spans, click on a span", visitor.evaluate(CLICK));
                }
            }
        }
        Arrays.sort(drawn);
        System.out.printf(
                Locale.ROOT,
                "%-48s %8.0f ms, at most %.0f ms%n",
                "trace of " + size + " spans, drawn after",
                drawn[RUNS / 2],
                drawn[RUNS - 1]);
    }

    /** The median and the longest of numbers that grow. */
    private static void print(String what, Object millis) {
        List<?> sorted = (List<?>) millis;
        System.out.printf(
                Locale.ROOT,
                "%-48s %8.0f ms, at most %.0f ms%n",
                what,
                ((Number) sorted.get(sorted.size() / 2)).doubleValue(),
                ((Number) sorted.get(sorted.size() - 1)).doubleValue());
    }
}
