package dev.narrative.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFileNameTest {
    @Test
    void readsBack_whatItWrites() {
        JournalFileName name = new JournalFileName("story-studio-2", 4711, 3, false);

        assertThat(name).hasToString("story-studio-2-4711-3.jsonl");
        assertThat(JournalFileName.parse(name.toString())).isEqualTo(name);
        assertThat(name.asSnapshot()).hasToString("story-studio-2-4711-3.open.jsonl");
        assertThat(JournalFileName.parse(name.asSnapshot().toString())).isEqualTo(name.asSnapshot());
        assertThat(name.asSnapshot().asJournal()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a/b\\c:d", ".hidden", "-x", "", "ünïcode name", "a\0b\n"})
    void makesAnyService_safe(String service) {
        String name = new JournalFileName(service, 1, 1, false).toString();

        assertThat(name).matches("[A-Za-z0-9_][A-Za-z0-9_.-]*").doesNotStartWith(".");
        assertThat(JournalFileName.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.jsonl",
                "a-1.jsonl",
                "-1-1.jsonl",
                "a-b-1.jsonl",
                "a-1-x.jsonl",
                "a-1-1.json",
                "a-1-99999999999.jsonl",
                "a-1-1.jsonl.tmp",
                ".jsonl",
                "a--1.jsonl"
            })
    void refuses_whatIsNotTheJournals(String fileName) {
        assertThat(JournalFileName.parse(fileName)).isNull();
    }
}
