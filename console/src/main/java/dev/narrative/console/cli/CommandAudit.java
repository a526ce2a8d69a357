package dev.narrative.console.cli;

import dev.narrative.console.server.audit.AuditEntry;
import dev.narrative.console.server.audit.AuditLog;
import java.nio.file.Path;

/** Writes down what commands change: whoever may run them here is the console's owner. */
final class CommandAudit {
    private CommandAudit() {}

    static void changed(Path data, String what, Shell shell) {
        String user = System.getProperty("user.name", "");
        String time = shell.clock().instant().toString();
        new AuditLog(data).append(new AuditEntry(time, "local", user, "admin", "", "change", what, 0));
    }
}
