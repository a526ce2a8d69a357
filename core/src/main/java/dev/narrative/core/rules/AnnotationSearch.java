package dev.narrative.core.rules;

import java.nio.charset.StandardCharsets;

/**
 * Tells whether a class file names the API's {@code @Traced}, before anything of it is parsed: the annotation's name
 * stands in the constant pool of every class that carries it. A Horspool search, which looks at one byte in ten.
 */
public final class AnnotationSearch {
    private static final byte[] NAME = TracedMarks.DESCRIPTOR.getBytes(StandardCharsets.ISO_8859_1);
    private static final int LENGTH = NAME.length;

    /** Where nobody's own classes lie, and most classes of a large application do: not worth a search. */
    private static final String[] LIBRARIES = {
        "org/springframework/",
        "org/apache/catalina/",
        "org/apache/tomcat/",
        "org/apache/coyote/",
        "com/fasterxml/jackson/",
        "org/hibernate/",
        "io/netty/",
        "io/micrometer/",
        "reactor/",
        "kotlin/",
        "scala/",
        "ch/qos/logback/",
        "jakarta/"
    };

    /** How far the window moves on for its last byte; 0 for the name's own last byte, which stands nowhere else in it. */
    private static final byte[] MOVES = moves();

    private AnnotationSearch() {}

    /** Whether methods of the class may be annotated; never those of the JDK, of agents and of well-known libraries. */
    public static boolean finds(String internalName, byte[] classFile) {
        return !isOfLibrary(internalName) && isIn(classFile) && !NeverTraced.isNever(internalName);
    }

    /** Whether it is worth reading the class file of a class with this name. */
    public static boolean isWorthwhile(String internalName) {
        return !isOfLibrary(internalName) && !NeverTraced.isNever(internalName);
    }

    private static boolean isOfLibrary(String internalName) {
        for (String library : LIBRARIES) {
            if (internalName.startsWith(library)) {
                return true;
            }
        }
        return false;
    }

    static boolean isIn(byte[] classFile) {
        int end = LENGTH - 1;
        while (end < classFile.length) {
            int move = MOVES[classFile[end] & 0xff];
            if (move == 0) {
                if (endsAt(classFile, end)) {
                    return true;
                }
                move = LENGTH;
            }
            end += move;
        }
        return false;
    }

    private static boolean endsAt(byte[] classFile, int end) {
        int start = end - LENGTH + 1;
        for (int i = LENGTH - 2; i >= 0; i--) {
            if (classFile[start + i] != NAME[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] moves() {
        byte[] moves = new byte[256];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = (byte) LENGTH;
        }
        for (int i = 0; i < LENGTH; i++) {
            moves[NAME[i]] = (byte) (LENGTH - 1 - i);
        }
        return moves;
    }
}
