package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.json.JsonReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pieces that are like the one before tell what reading them in full tells. */
final class RepeatedPiecesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "EVENTS; data: {'id':'a','delta':{'text':'#'},'n':1}||",
                "EVENTS; event: delta|data: {'sequence_number':$,'delta':'#','obfuscation':'#'}||",
                "EVENTS; data: {'choices':[{'index':$,'delta':{'content':'#'},'logprobs':null}],'usage':null}||",
                "EVENTS; : a comment|id: 7|data:  { 'a' : [ 1 , '#' , $ ] } |retry: 3||",
                "LINES; {'model':'m','created_at':'#','message':{'role':'assistant','content':'#'},'done':false}|",
                "LINES; { 'response' : '#', 'n' : $ } |",
                "ELEMENTS; ,|{|  'candidates': [{|    'content': {'parts': [{'text': '#'}]}|  }],|  'n': $|}",
                "ELEMENTS; |,|{'text':'#'}",
            })
    void readsFewInFull(Stream stream, String pattern) {
        for (String lineEnd : new String[] {"\n", "\r\n"}) {
            StringBuilder pieces = new StringBuilder();
            Random random = new Random(1);
            for (int i = 0; i < 200; i++) {
                pieces.append(RepeatedPieces.filled(pattern, lineEnd, random, Integer.MAX_VALUE));
            }
            byte[] body = stream.of(pieces.toString().getBytes(UTF_8));
            Trees trees = new Trees();

            stream.read(body, new Random(2), trees);

            assertThat(trees.told).containsExactlyElementsOf(stream.readInFull(body));
            assertThat(trees.distinct).isLessThan(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheSame_whateverChanges(Stream stream) {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz.seed=" + seed);
        Random random = new Random(seed);
        long wanted = Long.getLong("fuzz.chunks", 1_000_000) / Stream.values().length;
        long told = 0;
        long repeated = 0;
        for (int round = 0; told < wanted; round++) {
            byte[] body = stream.of(new RepeatedPieces(random, stream.patterns()).damagedStream());
            Trees trees = new Trees();
            stream.read(body, random, trees);

            assertThat(trees.told)
                    .as("round %s with seed %s of%n%s", round, seed, new String(body, UTF_8))
                    .isEqualTo(stream.readInFull(body));
            told += trees.told.size();
            repeated += trees.told.size() - trees.distinct;
        }
        assertThat(repeated).as("pieces that were not read in full").isGreaterThan(told / 10);
    }

    /** A kind of stream: how it is read, and how it is read in full. */
    enum Stream {
        EVENTS {
            @Override
            List<String> patterns() {
                return RepeatedPieces.EVENTS;
            }

            @Override
            PieceParser parser(PieceListener listener) {
                return new SseParser(listener);
            }

            @Override
            void readInFull(byte[] body, PieceListener listener) {
                PieceParser parser = parser(listener);
                for (int at = 0; at < body.length; ) {
                    at = parser.read(body, at, body.length);
                }
                parser.end();
            }
        },
        LINES {
            @Override
            List<String> patterns() {
                return RepeatedPieces.LINES;
            }

            @Override
            PieceParser parser(PieceListener listener) {
                return new LineParser(listener);
            }

            @Override
            void readInFull(byte[] body, PieceListener listener) {
                JsonReader reader = reader(false, listener);
                for (String line : new String(body, ISO_8859_1).split("(?<=\n)", -1)) {
                    byte[] bytes = line.getBytes(ISO_8859_1);
                    boolean ends = line.endsWith("\n");
                    reader.bytes(bytes, 0, bytes.length - (ends ? 1 : 0));
                    if (ends) {
                        reader.lineEnded();
                    }
                }
                reader.end();
            }
        },
        ELEMENTS {
            @Override
            List<String> patterns() {
                return RepeatedPieces.ELEMENTS;
            }

            @Override
            byte[] of(byte[] pieces) {
                return ("[{}" + new String(pieces, ISO_8859_1) + "]").getBytes(ISO_8859_1);
            }

            @Override
            PieceParser parser(PieceListener listener) {
                return new ElementParser(listener);
            }

            @Override
            void readInFull(byte[] body, PieceListener listener) {
                JsonReader reader = reader(true, listener);
                reader.bytes(body, 0, body.length);
                reader.end();
            }
        };

        abstract List<String> patterns();

        byte[] of(byte[] pieces) {
            return pieces;
        }

        abstract PieceParser parser(PieceListener listener);

        abstract void readInFull(byte[] body, PieceListener listener);

        private static JsonReader reader(boolean elements, PieceListener listener) {
            return new JsonReader(Limits.DOCUMENT, Limits.NAMES, elements, data -> listener.event(null, data));
        }

        private List<String> readInFull(byte[] body) {
            Heard heard = new Heard();
            readInFull(body, heard);
            return heard.told;
        }

        private void read(byte[] body, Random random, PieceListener listener) {
            BodyReader reader = new PiecesBody(listener, parser(listener));
            int largest = random.nextInt(4) == 0 ? 10 : 1 + random.nextInt(4_000);
            for (int at = 0; at < body.length; ) {
                int count = Math.min(body.length - at, 1 + random.nextInt(largest));
                byte[] piece = new byte[count + 7];
                System.arraycopy(body, at, piece, 5, count);
                reader.bytes(piece, 5, count);
                at += count;
            }
            reader.end();
        }
    }
}
