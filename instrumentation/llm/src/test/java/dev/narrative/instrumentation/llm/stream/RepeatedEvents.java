package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Streams of events that are like each other, as models send them, with all kinds of exceptions. */
final class RepeatedEvents {
    private static final String[] PATTERNS = {
        "data: {'id':'chatcmpl-1','object':'chunk','choices':[{'index':$,'delta':{'content':'#'},'finish_reason':null}]}||",
        "event: content_block_delta|data: {'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'#'}}||",
        "event: response.output_text.delta|data: {'delta':'#','sequence_number':$,'logprobs':[],'obfuscation':'#'}||",
        "data: {'candidates':[{'content':{'parts':[{'text':'#'}]}}],'usageMetadata':{'total':$,'thoughts':$}}||",
        "data:{'a':'#','a':$,'logprobs':{'x':'#','list':['#']},'e':['#',['#']]}||",
        "id: 1|: comment|data: ['#',$]|retry: 5||",
        "data: '#'||",
        "data: $||",
        "data: {'split':|data: '#'}||",
        "event: ping|data: {'type':'ping'}||",
        "data: [DONE]||",
    };
    private static final String[] TEXTS = {
        "",
        " word",
        "a",
        " the",
        "é",
        "😀",
        "\\n",
        "\\\"",
        "\\\\",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\",
        "\\x",
        "\u007f",
        "\t",
        "{",
        "]",
        "a text that is much longer than the others, so that it is not told from a piece of its own",
    };
    private static final String[] WORDS = {
        "0",
        "7",
        "10",
        "-1",
        "1.5",
        "2e3",
        "1234567890123456789",
        "null",
        "true",
        "false",
        "-",
        "tru",
        "1-2",
        "\"s\"",
        "[]",
    };

    private static final int USUAL_TEXTS = 11;
    private static final int USUAL_WORDS = 10;
    private static final int RARELY = 60;

    private final Random random;
    private final String lineEnd;

    RepeatedEvents(Random random) {
        this.random = random;
        this.lineEnd = new String[] {"\n", "\n", "\n", "\r\n", "\r"}[random.nextInt(5)];
    }

    byte[] damagedStream() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        String usual = PATTERNS[random.nextInt(PATTERNS.length)];
        int damage = random.nextInt(4) == 0 ? 3 : 60;
        for (int events = 1 + random.nextInt(100); events > 0; events--) {
            String pattern = random.nextInt(damage) == 0 ? PATTERNS[random.nextInt(PATTERNS.length)] : usual;
            byte[] event = filled(pattern, lineEnd, random, RARELY).getBytes(UTF_8);
            stream.writeBytes(random.nextInt(damage) == 0 ? damaged(event) : event);
        }
        return stream.toByteArray();
    }

    /**
     * The event of a pattern in which {@code #} stands for a text, {@code $} for a number or another word.
     *
     * @param odd how many values there are for each one that is wrong or of another kind
     */
    static String filled(String pattern, String lineEnd, Random random, int odd) {
        StringBuilder event = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '#' -> event.append(TEXTS[random.nextInt(random.nextInt(odd) == 0 ? TEXTS.length : USUAL_TEXTS)]);
                case '$' -> event.append(WORDS[random.nextInt(random.nextInt(odd) == 0 ? WORDS.length : USUAL_WORDS)]);
                case '|' -> event.append(lineEnd);
                case '\'' -> event.append('"');
                default -> event.append(c);
            }
        }
        return event.toString();
    }

    private byte[] damaged(byte[] event) {
        int at = random.nextInt(event.length);
        int to = Math.min(event.length, at + 1 + random.nextInt(8));
        byte[] damaged = event.clone();
        switch (random.nextInt(4)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged[at] = (byte) "{}[]\",:\\\n\r 0e-u".charAt(random.nextInt(15));
            case 2 -> damaged = Arrays.copyOf(event, at);
            default -> {
                System.arraycopy(event, to, damaged, at, event.length - to);
                damaged = Arrays.copyOf(damaged, event.length - (to - at));
            }
        }
        return damaged;
    }
}
