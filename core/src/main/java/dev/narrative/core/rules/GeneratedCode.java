package dev.narrative.core.rules;

import net.bytebuddy.jar.asm.Opcodes;

/** The methods that nobody wrote for their own sake, which wildcards leave out. */
final class GeneratedCode {
    private GeneratedCode() {}

    static boolean isLeftOut(ClassFacts type, MethodFacts method) {
        return method.is(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)
                || isOfObject(method)
                || isRecordAccessor(type, method)
                || isOfEnum(type, method);
    }

    /** {@code getX()}, {@code isX()} and {@code setX(y)}. */
    static boolean isBeanAccessor(MethodFacts method) {
        String name = method.name();
        String descriptor = method.descriptor();
        if (descriptor.startsWith("()")) {
            boolean flag = descriptor.equals("()Z") || descriptor.equals("()Ljava/lang/Boolean;");
            return (isPrefixed(name, "get") && !descriptor.equals("()V")) || (isPrefixed(name, "is") && flag);
        }
        return isPrefixed(name, "set") && ClassNames.argumentTypes(descriptor).size() == 1;
    }

    private static boolean isPrefixed(String name, String prefix) {
        return name.length() > prefix.length()
                && name.startsWith(prefix)
                && !Character.isLowerCase(name.charAt(prefix.length()));
    }

    private static boolean isOfObject(MethodFacts method) {
        return switch (method.name()) {
            case "equals" -> method.descriptor().equals("(Ljava/lang/Object;)Z");
            case "hashCode" -> method.descriptor().equals("()I");
            case "toString" -> method.descriptor().equals("()Ljava/lang/String;");
            default -> false;
        };
    }

    private static boolean isRecordAccessor(ClassFacts type, MethodFacts method) {
        return method.descriptor().startsWith("()") && type.components().contains(method.name());
    }

    private static boolean isOfEnum(ClassFacts type, MethodFacts method) {
        if ((type.access() & Opcodes.ACC_ENUM) == 0 || !method.is(Opcodes.ACC_STATIC)) {
            return false;
        }
        return method.name().equals("valueOf")
                || (method.name().equals("values") && method.descriptor().startsWith("()"));
    }
}
