package dev.narrative.console.store.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text format of COPY, the database's fastest way in. */
final class CopyRows {
    private static final byte[] NULL = {'\\', 'N'};

    private final String sql;
    private byte[] buffer = new byte[64 * 1024];
    private int size;
    private boolean rowBegun;

    /**
     * Rows of a table.
     *
     * @param columns the table with its columns, such as {@code calls(day, trace)}
     */
    CopyRows(String columns) {
        sql = "COPY " + columns + " FROM STDIN";
    }

    CopyRows number(long number) {
        return plain(Long.toString(number));
    }

    CopyRows decimal(@Nullable Double number) {
        return number == null ? none() : plain(number.toString());
    }

    /** A text that needs no escapes. */
    CopyRows plain(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        separate(bytes.length);
        append(bytes, bytes.length);
        return this;
    }

    CopyRows text(@Nullable String text) {
        if (text == null) {
            return none();
        }
        byte[] bytes = PostgresText.of(text).getBytes(StandardCharsets.UTF_8);
        return utf8(bytes, bytes.length);
    }

    CopyRows utf8(byte[] bytes, int length) {
        separate(2 * length);
        for (int i = 0; i < length; i++) {
            byte c = bytes[i];
            byte escaped =
                    switch (c) {
                        case '\\' -> '\\';
                        case '\n' -> 'n';
                        case '\r' -> 'r';
                        case '\t' -> 't';
                        default -> 0;
                    };
            if (escaped != 0) {
                buffer[size++] = '\\';
            }
            buffer[size++] = escaped != 0 ? escaped : c;
        }
        return this;
    }

    CopyRows none() {
        separate(NULL.length);
        append(NULL, NULL.length);
        return this;
    }

    void endRow() {
        ensure(1);
        buffer[size++] = '\n';
        rowBegun = false;
    }

    /** Writes the rows to the table. */
    void flush(Connection connection) throws SQLException {
        if (size > 0) {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(sql, new ByteArrayInputStream(buffer, 0, size));
            } catch (IOException e) {
                throw new SQLException("the rows could not be sent (" + e.getMessage() + ")", "08006", e);
            }
        }
    }

    private void separate(int more) {
        ensure(more + 1);
        if (rowBegun) {
            buffer[size++] = '\t';
        }
        rowBegun = true;
    }

    private void append(byte[] bytes, int length) {
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(size, more), size + (size >> 1)));
        }
    }
}
