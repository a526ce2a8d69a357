package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.List;

/** Internal class names and descriptors in the forms people write. */
public final class ClassNames {
    private ClassNames() {}

    /** The name behind the last slash or dollar. */
    static String simple(String internalName) {
        int end = internalName.length();
        int slash = internalName.lastIndexOf('/');
        int dollar = internalName.lastIndexOf('$', end - 2);
        return internalName.substring(Math.max(slash, dollar) + 1);
    }

    /** The package in internal form, without a slash at its end; empty for none. */
    static String packageOf(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return slash < 0 ? "" : internalName.substring(0, slash);
    }

    /** The argument types of a descriptor in internal form with {@code []}: {@code java/lang/String[]}. */
    static List<String> argumentTypes(String descriptor) {
        List<String> types = new ArrayList<>();
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            int dimensions = 0;
            while (descriptor.charAt(at) == '[') {
                dimensions++;
                at++;
            }
            String type;
            if (descriptor.charAt(at) == 'L') {
                int end = descriptor.indexOf(';', at);
                type = descriptor.substring(at + 1, end);
                at = end + 1;
            } else {
                type = primitive(descriptor.charAt(at++));
            }
            types.add(type + "[]".repeat(dimensions));
        }
        return types;
    }

    /** A method as one reads it: {@code com.shop.OrderService#place(Order, int)}. */
    public static String readable(String internalName, String method, String descriptor) {
        StringBuilder text = new StringBuilder(internalName.replace('/', '.'));
        text.append('#').append(method).append('(');
        String separator = "";
        for (String type : argumentTypes(descriptor)) {
            text.append(separator).append(simple(type));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    private static String primitive(char code) {
        return switch (code) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            default -> "double";
        };
    }
}
