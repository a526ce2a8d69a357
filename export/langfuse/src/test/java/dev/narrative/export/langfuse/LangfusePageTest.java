package dev.narrative.export.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's table of fields names what the code writes, and nothing else. */
class LangfusePageTest {
    private static final Pattern ROW = Pattern.compile("^\\| [^|]+ \\| `(langfuse\\.[a-z_.]+)` \\|", Pattern.MULTILINE);

    @Test
    void table_hasARowForEachAttribute() throws IOException, IllegalAccessException {
        Path page = Path.of(System.getProperty("narrative.root", "../.."), "docs", "langfuse.md");
        Set<String> rows = new TreeSet<>();
        for (Matcher row = ROW.matcher(Files.readString(page)); row.find(); ) {
            rows.add(row.group(1));
        }
        Set<String> constants = new TreeSet<>();
        for (Field constant : LangfuseAttributes.class.getDeclaredFields()) {
            constants.add((String) constant.get(null));
        }

        assertThat(rows).isEqualTo(constants);
    }
}
