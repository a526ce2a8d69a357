package dev.narrative.console.web;

import static dev.narrative.console.web.TraceFixtures.STORY;
import static dev.narrative.console.web.TraceFixtures.TWIN;
import static dev.narrative.console.web.TraceFixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ComparePageIT {
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
    void laysTwoTracesSideBySide_withTheWordsThatDiffer() throws IOException {
        visitor.goTo("/compare?before=" + id(STORY) + "&after=" + id(TWIN));
        assertThat(visitor.see(".totals").textContent()).contains("Output tokens", "+100");
        assertThat(visitor.find(".compare-spans .change-changed").first().textContent())
                .contains("chat gpt-4o", "1.89k→310", "1.89k→410");
        assertThat(visitor.find(".compare-spans .change-removed").count()).isEqualTo(5);
        visitor.find(".compare-spans .link", "words").first().click();
        assertThat(visitor.see(".diff-text del").textContent()).contains("alone");
        assertThat(visitor.see(".diff-text ins").textContent()).contains("for her");
        visitor.find(".compare-tools button", "Changes only").click();
        visitor.page().waitForURL(Pattern.compile(".*only=changes.*"));
        visitor.find("[aria-label=Swap]").click();
        visitor.see(".compare-spans .change-added");
        visitor.keepScreenshot("compare");
        assertThat(new Axe().serious(visitor.page())).isEmpty();
    }

    @Test
    void saysWhatToDo_withoutTwoTraces() {
        visitor.goTo("/compare?before=" + id(STORY) + "&after=" + "f".repeat(32));
        assertThat(visitor.see("[role=alert]").textContent()).contains("no trace", "list of traces");
        visitor.page().navigate(visitor.page().url().replaceAll("\\?.*", ""));
        assertThat(visitor.see("narrative-compare-page .muted").textContent()).contains("ids of two traces");
        visitor.forgive();
    }

    @Test
    void isReachedFromATrace() {
        visitor.goTo(TraceFixtures.page(STORY));
        visitor.see(".trace-compare input").fill(id(TWIN));
        visitor.press("Enter");
        visitor.see(".compare-spans");
    }
}
