package dev.narrative.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a window of a width and a theme, who notes everything that the browser complains of. */
final class Visitor implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final Path SCREENSHOTS = Path.of(System.getProperty("narrative.root"), "console/target/screenshots");

    /** Chromium's advice to whom reads pixels back, as axe-core does to know contrasts. */
    private static final String OF_AXE = "willReadFrequently";

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String origin, int width, boolean dark) {
        this.origin = origin;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 844 : 900)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean isComplaint =
                    message.type().equals("error") || message.type().equals("warning");
            if (isComplaint && !message.text().contains(OF_AXE)) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    Page page() {
        return page;
    }

    Visitor goTo(String path) {
        page.navigate(origin + path);
        return this;
    }

    /** What is found first, as soon as it is shown. */
    Locator see(String selector) {
        Locator found = page.locator(selector).first();
        found.waitFor();
        return found;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Those of the elements that have this text. */
    Locator find(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void click(String selector) {
        page.locator(selector).first().click();
    }

    /** Waits until the address has this in it. */
    void awaitAddress(String part) {
        page.waitForURL(url -> url.contains(part));
    }

    /** Playwright's own wait may compile the text within the page, which the page's policy forbids. */
    void awaitTrue(String expression) {
        page.waitForCondition(() -> isTrue(expression));
    }

    private boolean isTrue(String expression) {
        try {
            return Boolean.TRUE.equals(page.evaluate(expression));
        } catch (PlaywrightException between) {
            // one page has gone, and the next is not there yet
            return false;
        }
    }

    Object evaluate(String expression) {
        return page.evaluate(expression);
    }

    void keepScreenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** That nothing was complained of: no error, no breach of the policy, no script of a stranger. */
    void assertContent() {
        assertThat(complaints).isEmpty();
    }

    /** Takes what was complained of as told. */
    void forgive() {
        complaints.clear();
    }

    @Override
    public void close() {
        context.close();
    }
}
