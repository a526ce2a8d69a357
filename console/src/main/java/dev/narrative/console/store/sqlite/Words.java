package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.Bounded;
import dev.narrative.console.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers under which texts are kept that many spans share; a new text gets one. */
final class Words implements AutoCloseable {
    private static final int CACHED = 20_000;

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final PreparedStatement insertText;
    private final Map<String, Long> cache = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > CACHED;
        }
    };
    private long last;

    Words(Connection connection) throws SQLException {
        find = connection.prepareStatement("SELECT id FROM words WHERE text = ?");
        insert = connection.prepareStatement("INSERT INTO words(id, text) VALUES(?, ?)");
        insertText = connection.prepareStatement("INSERT INTO word_text(rowid, text) VALUES(?, ?)");
        forget(connection);
    }

    /** Forgets what it knows by heart, as after a transaction that was rolled back. */
    void forget(Connection connection) throws SQLException {
        cache.clear();
        last = Sql.number(connection, "SELECT coalesce(max(id), 0) FROM words");
    }

    @Nullable
    Long idOfNullable(@Nullable String text) throws SQLException {
        return text == null || text.isEmpty() ? null : Long.valueOf(id(text));
    }

    long id(String text) throws SQLException {
        String word = Bounded.text(text, Bounded.NAME);
        Long known = cache.get(word);
        if (known == null) {
            known = findOrInsert(word);
            cache.put(word, known);
        }
        return known;
    }

    private long findOrInsert(String word) throws SQLException {
        find.setString(1, word);
        try (ResultSet row = find.executeQuery()) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        long id = ++last;
        insert.setLong(1, id);
        insert.setString(2, word);
        insert.executeUpdate();
        insertText.setLong(1, id);
        insertText.setString(2, word);
        insertText.executeUpdate();
        return id;
    }

    @Override
    public void close() throws SQLException {
        find.close();
        insert.close();
        insertText.close();
    }
}
