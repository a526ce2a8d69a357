package dev.narrative.console.cli;

import dev.narrative.console.analysis.ComparedSpan;
import dev.narrative.console.analysis.TextDiff;
import dev.narrative.model.tree.TerminalText;
import java.util.List;

/** Where inputs and outputs of two traces differ, word by word: {@code [-removed-]{+added+}}, in colours on a terminal. */
final class DiffTexts {
    /** The characters that stay of what is the same beside what differs, and of what differs. */
    static final int CONTEXT = 30;

    static final int LONGEST = 300;

    private final Shell shell;

    DiffTexts(Shell shell) {
        this.shell = shell;
    }

    void print(List<ComparedSpan> spans) {
        for (ComparedSpan span : spans) {
            ComparedSpan.Side before = span.before();
            ComparedSpan.Side after = span.after();
            if (before != null && after != null) {
                print(after, "input", before.facts().input(), after.facts().input());
                print(after, "output", before.facts().output(), after.facts().output());
            }
        }
        shell.out().flush();
    }

    private void print(ComparedSpan.Side span, String what, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        Terminal terminal = shell.terminal();
        String name =
                TerminalText.fit(TerminalText.clean(span.span().name()), Terminal.PIPE_WIDTH, terminal.ellipsis());
        shell.out().println(terminal.bold(name + "  " + what));
        StringBuilder line = new StringBuilder("  ");
        for (TextDiff.Part part : TextDiff.brief(TextDiff.of(before, after), CONTEXT, LONGEST)) {
            String text = TerminalText.clean(part.text().replace("\n", terminal.ascii() ? "\\n" : "⏎"));
            switch (part.kind()) {
                case SAME -> line.append(text);
                case REMOVED -> line.append(terminal.red("[-" + text + "-]"));
                case ADDED -> line.append(terminal.green("{+" + text + "+}"));
            }
        }
        shell.out().println(line);
    }
}
