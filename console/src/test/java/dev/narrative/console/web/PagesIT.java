package dev.narrative.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages as visitors use them: one browser and one console for all, but for the tests that lose or begin one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
    private static final int MOST_BYTES = 250_000;

    /** The traces of this test, whatever others have written. */
    private static final String STUDIO = "/traces?user=ada";

    private static final int WIDE = 1_440;

    private Path directory;
    private ConsoleProcess console;
    private Chromium chromium;
    private Visitor visitor;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        chromium = Chromium.start();
        console = ConsoleProcess.start(directory.resolve("traces"), 0);
        console.receive(StudioSpans.studio());
        console.awaitAnswer("/api/v1/traces?limit=500", StudioSpans.traceId(103));
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (console != null) {
            console.close();
        }
    }

    @BeforeEach
    void visit() {
        visitor = chromium.visitor(console.origin(), WIDE, false).goTo(STUDIO);
        visitor.see("[data-row]");
    }

    @AfterEach
    void leave() {
        visitor.assertContent();
        visitor.close();
    }

    @Test
    void tellsOfTraces_modelTokensCostErrorsAndFirstToken() {
        String row = visitor.see("[data-row='" + StudioSpans.traceId(60) + "']").innerText();
        assertThat(row)
                .contains("Question about river-crossing", "gpt-4o-mini", "1.20k→310", "$0.00037", "317ms", "chap-2");
        assertThat(visitor.see("[data-row='" + StudioSpans.traceId(60 - 7) + "']")
                        .innerText())
                .contains("failed");
        assertThat(visitor.evaluate("document.querySelectorAll('[data-row]').length"))
                .isEqualTo(50);
        visitor.click(".more button");
        visitor.awaitTrue("document.querySelectorAll('[data-row]').length >= 63");
    }

    @Test
    void filters_standInTheAddress_andSurviveBack() {
        visitor.page().locator("select[name=status]").selectOption("error");
        visitor.awaitAddress("status=error");
        visitor.awaitTrue("[...document.querySelectorAll('[data-row]')].length < 20"
                + " && [...document.querySelectorAll('[data-row]')].every(row => row.innerText.includes('failed'))");
        visitor.page().locator("input[name=text]").fill("bell");
        visitor.press("Enter");
        visitor.awaitAddress("text=bell");
        visitor.awaitTrue("document.querySelectorAll('[data-row]').length === 1");
        visitor.page().goBack();
        visitor.awaitTrue("document.querySelector('input[name=text]').value === ''"
                + " && document.querySelectorAll('[data-row]').length > 1");
        visitor.page().reload();
        visitor.awaitTrue("document.querySelector('select[name=status]').value === 'error'");
    }

    @Test
    void brushesDurations() {
        var box = visitor.see(".histogram svg").boundingBox();
        visitor.page().mouse().move(box.x + box.width * 0.6, box.y + 20);
        visitor.page().mouse().down();
        visitor.page().mouse().move(box.x + box.width * 0.9, box.y + 20);
        visitor.page().mouse().up();
        visitor.awaitAddress("minDuration=");
        visitor.see(".chips");
        visitor.awaitTrue("document.querySelectorAll('[data-row]').length < 40");
        visitor.click(".histogram figcaption button");
        visitor.awaitTrue("document.querySelectorAll('[data-row]').length === 50");
    }

    @Test
    void walksByKeys_peeksAndOpens() {
        visitor.press("j");
        visitor.press("j");
        visitor.press("k");
        visitor.press("p");
        visitor.awaitAddress("peek=");
        assertThat(visitor.see(".peek .exchange").innerText()).contains("Who holds the rope");
        visitor.press("Escape");
        visitor.awaitTrue("!location.search.includes('peek') && document.activeElement.matches('[data-row]')");
        visitor.press("?");
        assertThat(visitor.see("dialog[open]").innerText()).contains("peek at the row");
        visitor.press("Escape");
        visitor.awaitTrue("!document.querySelector('dialog[open]')");
        visitor.press("Enter");
        visitor.awaitAddress("/traces/0000");
    }

    @Test
    void savesViews() {
        visitor.goTo(STUDIO + "&status=error&minDuration=200ms").see("[data-row]");
        visitor.click("narrative-saved-views summary");
        visitor.page().locator("#view-name").fill("slow failures");
        visitor.press("Enter");
        visitor.goTo("/traces").see("[data-row]");
        visitor.click("narrative-saved-views summary");
        visitor.page().getByText("slow failures").click();
        visitor.awaitAddress("minDuration=200ms");
        visitor.awaitAddress("status=error");
    }

    @Test
    void offersWhatIsNew_andMovesNothing() throws IOException, InterruptedException {
        String first = (String) visitor.evaluate("document.querySelector('[data-row]').dataset.row");
        visitor.press("j");
        console.receive(StudioSpans.one("Something new"));
        visitor.see(".pill");
        assertThat(visitor.evaluate("document.querySelector('[data-row]').dataset.row"))
                .isEqualTo(first);
        visitor.click(".pill");
        visitor.awaitTrue("document.querySelector('[data-row]').innerText.includes('Something new')");
    }

    @Test
    void session_readsLikeAChat() {
        visitor.goTo("/sessions")
                .see("[data-row='chap-1'] a[href='/sessions/chap-1']")
                .click();
        String text = visitor.see(".history li:first-child .exchange").innerText();
        assertThat(text).contains("Who holds the rope", "The elders");
        assertThat(visitor.see(".history .meta").innerText()).contains("tokens", "$0.00037", "2 spans");
        visitor.see(".history article.failed");
        visitor.goTo("/sessions?id=" + encoded("odd/../\"id\"")).see(".history article");
        visitor.goTo("/stories/river-crossing").see(".history article");
        visitor.goTo("/users/ada").see(".history article");
    }

    @Test
    void textOfStrangers_staysText() {
        for (String path :
                new String[] {"/traces?session=chap-evil", "/sessions/chap-evil", "/traces/" + StudioSpans.traceId(101)
                }) {
            visitor.goTo(path).see("text=onerror=alert");
            assertThat(visitor.evaluate("document.querySelectorAll('main img[src=x], main script').length"))
                    .as(path)
                    .isEqualTo(0);
        }
        visitor.goTo("/traces?session=chap-evil").see("[data-row]");
        assertThat(visitor.see("[data-row='" + StudioSpans.traceId(102) + "']").innerText())
                .contains("⟨U+202E⟩")
                .doesNotContain("\u202e");
        visitor.goTo("/traces/" + StudioSpans.traceId(103)).see("main h1, main h2");
    }

    @Test
    void unknownIds_sayWhatToDo() {
        visitor.goTo("/sessions/nowhere");
        assertThat(visitor.see(".empty").innerText()).contains("There is no session", "nowhere", "All sessions");
        visitor.goTo("/traces?peek=" + "0".repeat(31) + "9");
        assertThat(visitor.see(".peek .empty").innerText()).contains("Not found");
        visitor.forgive(); // the browser notes each answer of 404
    }

    @Test
    void live_showsWhatEnds() throws IOException, InterruptedException {
        visitor.goTo("/live").see("[data-row]");
        console.receive(StudioSpans.one("Just ended"));
        visitor.see("text=Just ended");
        visitor.click("text=Pause");
        console.receive(StudioSpans.one("While paused"));
        visitor.see(".pill");
        visitor.click("text=Go on");
        visitor.see("text=While paused");
    }

    @Test
    void dashboards_leadToTheirTraces() {
        visitor.goTo("/dashboards").see(".chart svg a");
        assertThat(visitor.see(".totals").innerText()).contains("Calls", "Cost");
        var download = visitor.page().waitForDownload(() -> visitor.click("text=Report as CSV"));
        assertThat(download.suggestedFilename()).startsWith("usage-by-model-").endsWith(".csv");
        visitor.click(".stats a");
        visitor.awaitAddress("/traces?where=model");
        visitor.see("[data-row]");
    }

    @Test
    void everyPage_isForEverybody() throws IOException {
        String[] paths = {
            "/traces",
            "/sessions",
            "/sessions/chap-1",
            "/stories",
            "/users",
            "/live",
            "/dashboards",
            "/alerts",
            "/settings",
            "/audit",
            "/traces?peek=" + StudioSpans.traceId(60)
        };
        Axe axe = new Axe();
        for (int width : new int[] {WIDE, 390}) {
            try (Visitor one = chromium.visitor(console.origin(), width, false)) {
                for (String path : paths) {
                    one.goTo(path).see("main h1");
                    one.awaitTrue("!document.querySelector('main [aria-busy=true]')");
                    String name = path.replaceAll("\\?.*", "-peek")
                                    .replaceAll("\\W+", "-")
                                    .substring(1) + "-" + width;
                    one.keepScreenshot(name + "-light");
                    if (width == WIDE) {
                        assertThat(axe.serious(one.page()))
                                .as("%s, light", name)
                                .isEmpty();
                    }
                    assertThat(one.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as("%s fits", name)
                            .isEqualTo(true);
                    one.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                    one.keepScreenshot(name + "-dark");
                    if (width != WIDE) {
                        assertThat(axe.serious(one.page())).as("%s, dark", name).isEmpty();
                    }
                    one.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                }
                one.assertContent();
            }
        }
    }

    @Test
    void weighsLittle() {
        for (String path : new String[] {"/traces", "/traces/" + StudioSpans.traceId(60)}) {
            try (Visitor first = chromium.visitor(console.origin(), WIDE, false)) {
                first.goTo(path).see("[data-row], .span-rows [role=row]");
                Number bytes = (Number)
                        first.evaluate(
                                "performance.getEntriesByType('resource')"
                                        + ".filter(entry => !entry.name.includes('/api/')).reduce((sum, entry) => sum + entry.transferSize, 0)");
                assertThat(bytes.longValue()).as(path).isBetween(10_000L, (long) MOST_BYTES);
            }
        }
    }

    @Test
    void firstTrace_replacesTheSnippet() throws IOException, InterruptedException {
        try (ConsoleProcess fresh = ConsoleProcess.start(directory.resolve("fresh"), 0);
                Visitor newcomer = chromium.visitor(fresh.origin(), WIDE, false)) {
            assertThat(newcomer.goTo("/").see(".first-run").innerText()).contains("-javaagent:", fresh.origin());
            newcomer.keepScreenshot("first-run");
            fresh.receive(StudioSpans.one("The very first"));
            newcomer.see("text=The very first");
            newcomer.assertContent();
        }
    }

    @Test
    void lostServer_isTold_andComesBack() throws IOException, InterruptedException {
        Path journal = directory.resolve("lost");
        ConsoleProcess before = ConsoleProcess.start(journal, 0);
        try (Visitor patient = chromium.visitor(before.origin(), WIDE, false)) {
            before.receive(StudioSpans.one("Before the loss"));
            patient.goTo("/traces").see("text=Before the loss");
            before.close();
            patient.page().locator("select[name=status]").selectOption("ok");
            patient.see(".lost");
            patient.see("text=Before the loss");
            try (ConsoleProcess after = ConsoleProcess.start(journal, before.port())) {
                patient.awaitTrue("!document.querySelector('.lost')");
                after.receive(StudioSpans.one("After the loss"));
                patient.see(".pill, [data-row]:nth-child(2)");
            }
        } finally {
            before.close();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
