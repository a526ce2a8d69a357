package dev.narrative.console.web;

import static dev.narrative.console.SpanBuilder.span;
import static dev.narrative.console.web.TraceFixtures.LARGE;
import static dev.narrative.console.web.TraceFixtures.LATE;
import static dev.narrative.console.web.TraceFixtures.STORY;
import static dev.narrative.console.web.TraceFixtures.page;
import static dev.narrative.console.web.TraceFixtures.spanId;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TracePageIT {
    private static final String SELECTED = ".span-grid [aria-selected=true] .label";

    private static BrowsedConsole console;

    @BeforeAll
    static void write() {
        console = BrowsedConsole.shared();
        TraceFixtures.write(console);
    }

    @Test
    void drawsALargeTrace_withTheRowsInSightAlone() {
        try (Visit visit = console.visit(page(LARGE))) {
            visit.see("[role=treegrid] .span-rows [role=row]");
            Locator grid = visit.find("[role=treegrid]");
            assertThat(Integer.parseInt(grid.getAttribute("aria-rowcount"))).isGreaterThan(9_000);
            assertThat(visit.find(".span-rows [role=row]").count()).isBetween(10, 80);
            grid.press("End");
            visit.holds("document.querySelector('.span-rows [aria-selected=true]')?.getAttribute('aria-rowindex') === document.querySelector('[role=treegrid]').getAttribute('aria-rowcount')");
            assertThat(visit.find(".span-rows [role=row]").count()).isLessThan(80);
            Locator last = visit.see(".span-rows [aria-selected=true]");
            assertThat(last.getAttribute("aria-level")).isNotBlank();
            assertThat(last.getAttribute("aria-posinset")).isEqualTo(last.getAttribute("aria-setsize"));
        }
    }

    @Test
    void goesThroughTheTree_byKeys() {
        try (Visit visit = console.visit(page(STORY))) {
            visit.see(".span-rows [role=row][tabindex='0']").focus();
            visit.press("ArrowDown");
            assertThat(visit.see(SELECTED).textContent()).isEqualTo("planner");
            visit.press("ArrowRight");
            visit.holds("document.activeElement.querySelector('.label').textContent === 'chat gpt-4o'");
            visit.press("ArrowLeft", "ArrowLeft", "ArrowLeft");
            visit.holds("document.activeElement.getAttribute('aria-expanded') === 'false'");
            assertThat(visit.find(".span-rows [tabindex='0']").count()).isEqualTo(1);
            visit.page().waitForURL(Pattern.compile(".*span=" + spanId(2) + ".*"));
            visit.press("?");
            assertThat(visit.see("dialog[open]").textContent()).contains("critical path");
            visit.press("Escape");
        }
    }

    @Test
    void searches_filters_andGoesFromErrorToError() {
        try (Visit visit = console.visit(page(LARGE))) {
            visit.see(".span-grid .label");
            visit.press("/");
            visit.page().keyboard().type("chart.update");
            visit.press("Enter", "Escape");
            visit.holds("document.querySelector('.finder output')?.textContent === '1 of 1,429'");
            visit.press("n", "n", "N");
            visit.holds("document.querySelector('.finder output')?.textContent === '2 of 1,429'");
            visit.press("m");
            visit.holds("document.querySelector('[role=treegrid]').getAttribute('aria-rowcount') < 4000");
            visit.press("x");
            visit.holds("document.querySelectorAll('.span-rows .failed').length > 2");
            visit.press("e");
            visit.holds("document.querySelector('.errors output').textContent.includes('1 of 100') || document.querySelector('.errors output').textContent.includes(' of 100')");
            visit.press("c");
            visit.holds("[...document.querySelectorAll('.span-rows .type')].some((type) => type.textContent === 'generation')");
            visit.page().waitForURL(Pattern.compile(".*only=calls.*"));
            visit.page().reload();
            visit.see(".filters [aria-pressed=true]");
            assertThat(visit.find(".filters [aria-pressed=true]").textContent()).contains("Model calls only");
            assertThat(visit.find(".finder input").inputValue()).isEqualTo("chart.update");
        }
    }

    @Test
    void zooms_byABrush() {
        try (Visit visit = console.visit(page(STORY))) {
            var box = visit.see(".minimap").boundingBox();
            visit.page().mouse().move(box.x + box.width * 0.25, box.y + 20);
            visit.page().mouse().down();
            visit.page().mouse().move(box.x + box.width * 0.5, box.y + 20);
            visit.page().mouse().up();
            visit.page().waitForURL(Pattern.compile(".*zoom=22\\d.*-4[45]\\d.*"));
            visit.see(".bar.after, .bar.before").evaluate("bar => bar");
            visit.press("z");
            visit.holds("!location.search.includes('zoom')");
        }
    }

    @Test
    void tellsAllOfASpan_andRunsNothingOfIt() {
        try (Visit visit = console.visit(page(STORY) + "?span=" + spanId(3))) {
            assertThat(visit.see(".said.user .md-heading").textContent()).isEqualTo("Crossing");
            assertThat(visit.find(".said.user").textContent()).contains("<script>alert(3)</script>", "image/png", "48.2 kB");
            assertThat(visit.find(".said a[href^=javascript]").count()).isZero();
            assertThat(visit.find(".tool-call").textContent()).contains("find_beats", "Arguments", "Result", "storm");
            assertThat(visit.find(".chat > .said").count()).isEqualTo(4);
            assertThat(visit.find(".facts").textContent()).contains("narrator version 3", "1.89k→310");
            assertThat(visit.see(".scores").textContent()).contains("coherence", "0.87");
            visit.find(".attribute-filter").first().fill("usage.output");
            visit.holds("document.querySelectorAll('.attributes')[0].children.length === 1");

            visit.press("Escape", "Escape");
            visit.find(".span-rows [role=row]", "<img").click();
            assertThat(visit.see(".stack pre").textContent()).contains("a.B.c(B.java:7)");
            assertThat(visit.find(".span-error").textContent()).contains("<img src=x", "\u27e8U+202E\u27e9gnp.exe");
            assertThat(visit.find("narrative-trace-page img").count()).isZero();

            visit.find(".span-rows [role=row]", "chart").click();
            assertThat(visit.see(".artifacts").textContent()).contains("chart.json", "2.05 kB");
        }
    }

    @Test
    void cutsALongText_untilItIsAskedFor() {
        try (Visit visit = console.visit(page(STORY) + "?span=" + spanId(6))) {
            Locator more = visit.see(".text-more button");
            assertThat(visit.find(".text-plain").textContent().length()).isLessThan(20_000);
            more.click();
            visit.holds("document.querySelector('.text-plain').textContent.length > 700000");
        }
    }

    @Test
    void drawsFlameGraph_statistics_andFlow() {
        try (Visit visit = console.visit(page(STORY) + "?view=flame")) {
            visit.see(".flame canvas");
            visit.find(".flame-head button[aria-pressed]").click();
            assertThat(visit.see(".flame tbody").textContent()).contains("narrate scene › planner › chat gpt-4o");
            visit.press("3");
            visit.find(".span-statistics th button", "Span").click();
            assertThat(visit.see(".span-statistics tbody tr").textContent()).contains("<img src=x");
            visit.press("4");
            visit.holds("document.querySelector('.flow img')?.naturalWidth > 100");
            visit.find(".flow .link", "planner").first().click();
            visit.holds("document.querySelector('.finder input').value === 'planner'");
            visit.see(".span-rows .match");
        }
    }

    @Test
    void warns_ofWhatIsNotAsItShouldBe_andOffersFiles() {
        try (Visit visit = console.visit(page(STORY))) {
            assertThat(visit.see(".trace-notes").textContent()).contains("missing", "clocks");
            assertThat(visit.find(".downloads a").allTextContents()).contains("JSON", "Markdown", "OTLP", "CSV");
            assertThat(visit.page().waitForDownload(() -> visit.find(".downloads a", "Markdown").click()).suggestedFilename())
                    .endsWith(".md");
            visit.press("p");
            visit.see(".span-rows .critical");
        }
    }

    @Test
    void grows_whenSpansCome() {
        console.file("late").append(span(LATE, 2).parent(1).name("first part").at(10, 20).build());
        console.awaitAnswer("/api/v1/traces", TraceFixtures.id(LATE));
        try (Visit visit = console.visit(page(LATE))) {
            visit.see(".trace-notes");
            console.file("late").append(span(LATE, 1).name("the whole").at(0, 50).build());
            visit.see(".span-rows .label >> text=the whole");
            assertThat(visit.find(".trace-notes").count()).isZero();
        }
    }

    @Test
    void saysWhatToDo_whenThereIsNoSuchTrace_orNoServer() {
        try (Visit visit = console.visit("/traces/" + "f".repeat(32)).expectingComplaints()) {
            assertThat(visit.see(".trace-none[role=alert]").textContent()).contains("no such trace", "--journal");
            visit.page().context().setOffline(true);
            visit.ask("() => { history.pushState(null, '', '" + page(STORY) + "'); window.dispatchEvent(new PopStateEvent('popstate')); }");
            visit.see(".lost");
            visit.see(".trace-none >> text=does not answer");
            visit.page().context().setOffline(false);
            visit.see(".span-grid .label");
        }
    }

    @Test
    void isReadable_inLightAndDark_wideAndNarrow() {
        for (String theme : new String[] {"light", "dark"}) {
            for (int width : new int[] {1440, 390}) {
                try (Visit visit = console.visit(page(STORY) + "?span=" + spanId(3), Visit.window(width, theme))) {
                    visit.see(".said");
                    visit.holds("document.documentElement.scrollWidth <= innerWidth");
                    visit.store("trace-" + theme + "-" + width);
                }
            }
        }
    }
}
