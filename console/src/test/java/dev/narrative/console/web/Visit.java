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

/** A page in a window of its own. When it is closed, the browser must have had nothing to complain of. */
final class Visit implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 30_000;

    private static final Path SCREENSHOTS = Path.of(System.getProperty("narrative.root"), "console/target/screenshots");

    /** Chromium's advice to whom reads pixels back, as axe-core does to know contrasts. */
    private static final String OF_AXE = "willReadFrequently";

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean expectsComplaints;

    /** @param address of the console that is visited */
    Visit(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            boolean isComplaint = message.type().equals("error") || message.type().equals("warning");
            if (isComplaint && !message.text().contains(OF_AXE)) {
                complaints.add(message.text());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    Page page() {
        return page;
    }

    /** Goes to another page, loaded anew. */
    Visit goTo(String path) {
        page.navigate(address + path);
        return this;
    }

    /** Waits until the address has this in it. */
    void awaitAddress(String part) {
        page.waitForURL(url -> url.contains(part));
    }

    /** Says that requests will fail, of which the browser complains. */
    Visit expectingComplaints() {
        expectsComplaints = true;
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Those of the elements that have this text. */
    Locator find(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    /** A window so wide, light or dark. */
    static Browser.NewContextOptions window(int width, String theme) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    /** Keeps how the page looks, to be looked at. */
    void store(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Waits until something is seen. */
    Locator see(String selector) {
        Locator found = page.locator(selector).first();
        found.waitFor();
        return found;
    }

    /** Waits until an expression of the page's is true. It is asked from here: the page may evaluate nothing itself. */
    void holds(String expression) {
        BrowsedConsole.await(expression, () -> isTrue(expression));
    }

    private boolean isTrue(String expression) {
        try {
            return Boolean.TRUE.equals(page.evaluate("() => Boolean(" + expression + ")"));
        } catch (PlaywrightException between) {
            // one page has gone and the next is not there yet
            return false;
        }
    }

    void click(String selector) {
        page.locator(selector).first().click();
    }

    /** What an expression of the page's gives; a promise is waited for. */
    Object ask(String expression) {
        return page.evaluate(expression);
    }

    @Override
    public void close() {
        context.close();
        if (!expectsComplaints) {
            assertThat(complaints).isEmpty();
        }
    }
}
