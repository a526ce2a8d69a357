package dev.narrative.core.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/configuration.md} from the settings themselves. */
final class ConfigurationReference {
    private static final String HEAD = """
            # Configuration

            This page is generated from `Settings` and `RuleKey`; `mvn -pl core -am test -Dtest=ConfigurationReferenceTest \
            -Dsurefire.failIfNoSpecifiedTests=false -Dnarrative.docs.write=true` writes it anew.

            The agent reads a properties file: the one named behind `-javaagent:narrative-agent.jar=`, else by \
            `narrative.config` (`NARRATIVE_CONFIG`), else `narrative-agent.properties` in the working directory. It is \
            UTF-8 and written as Java properties are.

            A value is taken from the first of these that has it: system property, environment variable, properties \
            file, OpenTelemetry's system property, OpenTelemetry's environment variable, default. A variable's name is \
            the key in capitals with `_` for `.` and `-`. A value that is wrong is reported and counts as not said; all \
            problems are reported at once, and each disables only itself.

            Durations are written `5ms`, `2s`, `10m`, `4h` or `90d`, a plain number is in milliseconds. Sizes are written \
            `512KB`, `64MB` or `2GB`, by 1024; a plain number is in bytes. Rates are written `200/s`. Lists are \
            separated by commas. Settings marked *live* change with the file, the others at the next start.

            ## Settings

            | key | value | default | live | what it is |
            |---|---|---|---|---|
            """;

    private static final String MASKING = """

            ### Masking
            `narrative.masking.patterns` names what is secret besides what is [known to be](operating.md#masking): regular \
            expressions, separated by commas; a comma within brackets, braces or parentheses, or behind a backslash, is part \
            of one. What any of them matches becomes `***`; of several matches from one place the longest counts.

            ```
            narrative.masking.patterns = ORD-\\\\d{6}, (?i)customer [a-z]+, \\\\bEMP[0-9]{4,8}\\\\b
            ```

            In a properties file each backslash is written twice, in a property or variable once. There are characters, \
            `.`, sets `[a-z]` and `[^a-z]`, `\\d \\w \\s \\D \\W \\S`, `\\t \\n \\r \\f`, `\\xHH`, `\\uHHHH`, alternatives \
            `a|b`, groups `( )` and `(?: )`, repetition `? * + {n} {n,} {n,m}` up to 1000, `^` and `$` for the text's \
            beginning and end, `\\b` and `\\B` for a word's edge and its inside, and `(?i)` in front for any case. There are no \
            references back, no looking ahead or behind, and no lazy repetition: write `"[^"]*"` rather than `".*?"`. A \
            pattern that is wrong, or matches where there is nothing, is reported and left out; the others hold.
            """;

    private static final String RULES = """

            ## Rules

            `narrative.trace.<rule> = patterns` names the methods that are traced, and \
            `narrative.trace.<rule>.<key>` says more about them. A change takes effect without restart.

            | key | value | what it is |
            |---|---|---|
            """;

    private static final String LANGUAGE = """

            ### Patterns
            `[modifier] [@Annotation] [implements Type] package.Class#method(argument types)`, several separated by commas.

            | part | how it is written |
            |---|---|
            | modifier | `public`, `protected`, `private`, `package`, `static`, `final`, `synchronized` |
            | annotation | on the method or the class, also on those that it overrides or implements; `@Traced` or `@com.shop.Traced`; alone it means every annotated method |
            | implements | an interface or superclass, at any distance: `implements com.shop.Repository com.shop.**#find*` |
            | class | `*` stands for any characters within a name, `**` also for packages: `com.shop.*Service`, `com.shop.**`; a nested class is written with `$` or a dot |
            | method | a name, with `*` |
            | argument types | simple or qualified names, `*` for any one, `..` for any rest; without parentheses, any |

            Wildcards leave out getters and setters (unless the method's pattern begins with `get`, `is` or `set`), accessors \
            of records, `equals`, `hashCode`, `toString`, an enum's `values` and `valueOf`, bridges and synthetic methods; \
            what is named exactly, or annotated itself, is traced. Constructors, the JDK, agents and classes generated at run \
            time are never traced. A pattern that matches everything is refused. Where several rules name a method, the \
            one that names class, then method, then arguments exactly wins, then the one that stands first.

            ### Paths
            A path begins with an argument's number from `0`, or with `this`, `return` or `error`, and goes on by getters \
            (`customer` reads `getCustomer()`, `isCustomer()`, a record's `customer()`, the field, or any other \
            `customer()`), keys of maps and indexes of lists and arrays: `0.customer.id`, `return.items[0].sku`, \
            `error.message`. An `Optional` is looked into. What is missing is left out, and said once.

            Captured values are bounded and masked. Objects are written by their fields, never by `toString()`; fields \
            with names such as `password` or `apiKey` are written as `***`. The attribute names `model`, `prompt`, \
            `events`, `tool_arguments` and `tool_response` mean something else to Langfuse and are written with \
            `narrative.captured.` before them. The names `narrative.artifact.…` tell of \
            [an artifact](api.md#artifacts) that the call makes.

            ### Example
            ```
            narrative.trace.order         = com.shop.OrderService#place
            narrative.trace.order.name    = Place order {0.id}
            narrative.trace.order.capture = 0.id as order.id, return.status as order.status
            narrative.trace.order.type    = tool
            narrative.trace.order.min     = 5ms
            narrative.trace.app           = public com.shop.**#*
            narrative.trace.app.exclude   = com.shop.audit.**, **#get*
            narrative.trace.app.limit     = 200/s
            ```
            """;

    private ConfigurationReference() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Setting<?> setting : Settings.all()) {
            text.append(row(
                    code(setting.key()) + standards(setting),
                    setting.type().describe(),
                    setting.defaultText() == null || setting.defaultText().isEmpty() ? "" : code(setting.defaultText()),
                    setting.live() ? "live" : "",
                    setting.doc()));
        }
        for (SettingFamily<?> family : Settings.families()) {
            text.append(row(
                    code(family.key("<name>")),
                    family.type().describe(),
                    code(family.defaultText()),
                    "",
                    family.doc()));
        }
        text.append(MASKING).append(RULES);
        for (RuleKey key : RuleKey.values()) {
            text.append(row(code(key.key()), key.form(), key.doc()));
        }
        return text.append(LANGUAGE).toString();
    }

    private static <T> String standards(Setting<T> setting) {
        List<Setting.Standard<T>> standards = setting.standards();
        return standards.isEmpty()
                ? ""
                : standards.stream().map(standard -> code(standard.key())).collect(Collectors.joining(", ", "; ", ""));
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "| %s |%n", String.join(" | ", cells)).replace("\r", "");
    }

    private static String code(String text) {
        return '`' + text + '`';
    }
}
