package dev.narrative.console.web;

import static dev.narrative.console.SpanBuilder.span;
import static dev.narrative.console.web.TraceFixtures.LARGE;
import static dev.narrative.console.web.TraceFixtures.LATE;
import static dev.narrative.console.web.TraceFixtures.STORY;
import static dev.narrative.console.web.TraceFixtures.page;
import static dev.narrative.console.web.TraceFixtures.spanId;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TracePageIT {
    private static final String SELECTED = ".span-grid [aria-selected=true] .label";

    private static BrowsedConsole console;

    private Visitor visitor;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        console = BrowsedConsole.shared();
    }

    @BeforeEach
    void visit() {
        visitor = console.visitor(1_440, false);
    }

    @AfterEach
    void leave() {
        visitor.assertContent();
        visitor.close();
    }

    @Test
    void drawsALargeTrace_withTheRowsInSightAlone() {
        visitor.goTo(page(LARGE));
        visitor.see("[role=treegrid] .span-rows [role=row]");
        Locator grid = visitor.find("[role=treegrid]");
        assertThat(Integer.parseInt(grid.getAttribute("aria-rowcount"))).isGreaterThan(9_000);
        assertThat(visitor.find(".span-rows [role=row]").count()).isBetween(10, 80);
        grid.press("End");
        visitor.awaitTrue(
                "document.querySelector('.span-rows [aria-selected=true]')?.getAttribute('aria-rowindex') === document.querySelector('[role=treegrid]').getAttribute('aria-rowcount')");
        assertThat(visitor.find(".span-rows [role=row]").count()).isLessThan(80);
        Locator last = visitor.see(".span-rows [aria-selected=true]");
        assertThat(last.getAttribute("aria-level")).isNotBlank();
        assertThat(last.getAttribute("aria-posinset")).isEqualTo(last.getAttribute("aria-setsize"));
    }

    @Test
    void goesThroughTheTree_byKeys() {
        visitor.goTo(page(STORY));
        visitor.see(".span-rows [role=row][tabindex='0']").focus();
        visitor.press("ArrowDown");
        assertThat(visitor.see(SELECTED).textContent()).isEqualTo("planner");
        visitor.press("ArrowRight");
        visitor.awaitTrue("document.activeElement.querySelector('.label').textContent === 'chat gpt-4o'");
        visitor.press("ArrowLeft", "ArrowLeft", "ArrowLeft");
        visitor.awaitTrue("document.activeElement.getAttribute('aria-expanded') === 'false'");
        assertThat(visitor.find(".span-rows [tabindex='0']").count()).isEqualTo(1);
        visitor.page().waitForURL(Pattern.compile(".*span=" + spanId(2) + ".*"));
        visitor.press("?");
        assertThat(visitor.see("dialog[open]").textContent()).contains("critical path");
        visitor.press("Escape");
    }

    @Test
    void searches_filters_andGoesFromErrorToError() {
        visitor.goTo(page(LARGE));
        visitor.see(".span-grid .label");
        visitor.press("/");
        visitor.page().keyboard().type("chart.update");
        visitor.press("Enter", "Escape");
        visitor.awaitTrue("document.querySelector('.finder output')?.textContent === '1 of 1,429'");
        visitor.press("n", "n", "N");
        visitor.awaitTrue("document.querySelector('.finder output')?.textContent === '2 of 1,429'");
        visitor.press("m");
        visitor.awaitTrue("document.querySelector('[role=treegrid]').getAttribute('aria-rowcount') < 4000");
        visitor.press("x");
        visitor.awaitTrue("document.querySelectorAll('.span-rows .failed').length > 2");
        visitor.press("e");
        visitor.awaitTrue("document.querySelector('.errors output').textContent.includes(' of 100')");
        visitor.press("c");
        visitor.awaitTrue(
                "[...document.querySelectorAll('.span-rows .type')].some((type) => type.textContent === 'generation')");
        visitor.page().waitForURL(Pattern.compile(".*only=calls.*"));
        visitor.page().reload();
        visitor.see(".only [aria-pressed=true]");
        assertThat(visitor.find(".only [aria-pressed=true]").textContent()).contains("Model calls only");
        assertThat(visitor.find(".finder input").inputValue()).isEqualTo("chart.update");
    }

    @Test
    void zooms_byABrush() {
        visitor.goTo(page(STORY));
        var box = visitor.see(".minimap").boundingBox();
        visitor.page().mouse().move(box.x + box.width * 0.25, box.y + 20);
        visitor.page().mouse().down();
        visitor.page().mouse().move(box.x + box.width * 0.5, box.y + 20);
        visitor.page().mouse().up();
        visitor.page().waitForURL(Pattern.compile(".*zoom=22\\d.*-4[45]\\d.*"));
        visitor.awaitTrue("document.querySelector('.bar.after') !== null");
        visitor.press("z");
        visitor.awaitTrue("!location.search.includes('zoom')");
    }

    @Test
    void tellsAllOfASpan_andRunsNothingOfIt() {
        visitor.goTo(page(STORY) + "?span=" + spanId(3));
        assertThat(visitor.see(".said.user .md-heading").textContent()).isEqualTo("Crossing");
        assertThat(visitor.find(".said.user").textContent())
                .contains("<script>alert(3)</script>", "image/png", "48.2 kB");
        assertThat(visitor.find(".said a[href^=javascript]").count()).isZero();
        assertThat(visitor.find(".tool-call").textContent()).contains("find_beats", "Arguments", "Result", "storm");
        assertThat(visitor.find(".chat > .said").count()).isEqualTo(4);
        assertThat(visitor.find(".facts").textContent()).contains("narrator version 3", "1.89k→310");
        assertThat(visitor.see(".scores").textContent()).contains("coherence", "0.87");
        visitor.find(".attribute-filter").first().fill("usage.output");
        visitor.awaitTrue("document.querySelectorAll('.attributes')[0].children.length === 1");

        visitor.press("Escape", "Escape");
        visitor.find(".span-rows [role=row]", "<img").click();
        assertThat(visitor.see(".stack pre").textContent()).contains("a.B.c(B.java:7)");
        assertThat(visitor.find(".span-error").textContent()).contains("<img src=x", "\u27e8U+202E\u27e9gnp.exe");
        assertThat(visitor.find("narrative-trace-page img").count()).isZero();

        visitor.find(".span-rows [role=row]", "chart").click();
        assertThat(visitor.see(".artifacts").textContent()).contains("chart.json", "2.05 kB");
    }

    @Test
    void cutsALongText_untilItIsAskedFor() {
        visitor.goTo(page(STORY) + "?span=" + spanId(6));
        Locator more = visitor.see(".text-more button");
        assertThat(visitor.find(".text-plain").textContent().length()).isLessThan(20_000);
        more.click();
        visitor.awaitTrue("document.querySelector('.text-plain').textContent.length > 700000");
    }

    @Test
    void drawsFlameGraph_statistics_andFlow() {
        visitor.goTo(page(STORY) + "?view=flame");
        visitor.see(".flame canvas");
        visitor.find(".flame-head button[aria-pressed]").click();
        assertThat(visitor.see(".flame tbody").textContent()).contains("narrate scene › planner › chat gpt-4o");
        visitor.press("3");
        visitor.find(".span-statistics th button", "Span").click();
        assertThat(visitor.see(".span-statistics tbody tr").textContent()).contains("<img src=x");
        visitor.press("4");
        visitor.awaitTrue("document.querySelector('.flow img')?.naturalWidth > 100");
        visitor.find(".flow .link", "planner").first().click();
        visitor.awaitTrue("document.querySelector('.finder input').value === 'planner'");
        visitor.see(".span-rows .match");
    }

    @Test
    void warns_ofWhatIsNotAsItShouldBe_andOffersFiles() {
        visitor.goTo(page(STORY));
        assertThat(visitor.see(".trace-notes").textContent()).contains("missing", "clocks");
        assertThat(visitor.find(".downloads a").allTextContents()).contains("JSON", "Markdown", "OTLP", "CSV");
        assertThat(visitor.page()
                        .waitForDownload(
                                () -> visitor.find(".downloads a", "Markdown").click())
                        .suggestedFilename())
                .endsWith(".md");
        visitor.press("p");
        visitor.see(".span-rows .critical");
    }

    @Test
    void grows_whenSpansCome() {
        console.file("late")
                .append(span(LATE, 2).parent(1).name("first part").at(10, 20).build());
        console.awaitAnswer("/api/v1/traces", TraceFixtures.id(LATE));
        visitor.goTo(page(LATE));
        visitor.see(".trace-notes");
        console.file("late").append(span(LATE, 1).name("the whole").at(0, 50).build());
        visitor.see(".span-rows .label >> text=the whole");
        assertThat(visitor.find(".trace-notes").count()).isZero();
    }

    @Test
    void saysWhatToDo_whenThereIsNoSuchTrace_orNoServer() {
        visitor.goTo("/traces/" + "f".repeat(32));
        assertThat(visitor.see(".trace-none[role=alert]").textContent()).contains("no such trace", "--journal");
        visitor.page().context().setOffline(true);
        visitor.evaluate("() => { history.pushState(null, '', '" + page(STORY)
                + "'); window.dispatchEvent(new PopStateEvent('popstate')); }");
        visitor.see(".lost");
        visitor.see(".trace-none >> text=does not answer");
        visitor.page().context().setOffline(false);
        visitor.see(".span-grid .label");
        visitor.forgive();
    }

    @Test
    void isReadable_inLightAndDark_wideAndNarrow() throws IOException {
        Axe axe = new Axe();
        for (int width : new int[] {1_440, 390}) {
            for (boolean dark : new boolean[] {false, true}) {
                try (Visitor one = console.visitor(width, dark).goTo(page(STORY) + "?span=" + spanId(3))) {
                    one.see(".scores");
                    one.awaitTrue("document.documentElement.scrollWidth <= innerWidth");
                    one.keepScreenshot("trace-" + (dark ? "dark-" : "light-") + width);
                    assertThat(axe.serious(one.page())).isEmpty();
                    one.assertContent();
                }
            }
        }
        visitor.goTo(page(STORY) + "?view=statistics&span=" + spanId(4));
        visitor.see(".stack");
        assertThat(axe.serious(visitor.page())).isEmpty();
    }
}
