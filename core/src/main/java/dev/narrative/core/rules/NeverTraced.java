package dev.narrative.core.rules;

import org.jspecify.annotations.Nullable;

/** The classes that no rule reaches: the JDK's, this and other agents', and those made at run time. */
final class NeverTraced {
    private static final String[] JDK = {"java/", "javax/", "jdk/", "sun/", "com/sun/"};

    private static final String[] AGENTS = {
        "dev/narrative/agent/",
        "dev/narrative/boot/",
        "dev/narrative/core/",
        "dev/narrative/model/",
        "dev/narrative/api/",
        "dev/narrative/export/",
        "dev/narrative/instrumentation/",
        "net/bytebuddy/",
        "io/opentelemetry/javaagent/",
        "io/opentelemetry/instrumentation/",
        "datadog/",
        "com/datadog/",
        "co/elastic/apm/",
        "org/glowroot/",
        "com/newrelic/",
        "com/dynatrace/",
        "com/appdynamics/",
        "com/instana/",
        "org/apache/skywalking/apm/",
        "com/navercorp/pinpoint/",
        "rocks/inspectit/",
        "com/intellij/rt/",
        "org/jacoco/agent/"
    };

    private static final String[] GENERATED = {
        "$$", "/0x", "$Lambda", "$ByteBuddy$", "$HibernateProxy$", "$MockitoMock$", "$auxiliary$"
    };

    private NeverTraced() {}

    static boolean isNever(String internalName) {
        return reason(internalName) != null || isGenerated(internalName);
    }

    /** What the name, or the beginning of names, belongs to; {@code null} when it may be traced. */
    static @Nullable String reason(String prefix) {
        if (startsWithAny(prefix, JDK)) {
            return "the JDK";
        }
        return startsWithAny(prefix, AGENTS) ? "an agent's own code" : null;
    }

    private static boolean isGenerated(String name) {
        for (String part : GENERATED) {
            if (name.contains(part)) {
                return true;
            }
        }
        int proxy = name.lastIndexOf("$Proxy");
        int number = proxy + "$Proxy".length();
        return proxy >= 0 && number < name.length() && Character.isDigit(name.charAt(number));
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
