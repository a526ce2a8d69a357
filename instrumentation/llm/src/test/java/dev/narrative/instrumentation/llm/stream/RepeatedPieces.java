package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Streams of pieces that are like each other, as models send them, with all kinds of exceptions. */
final class RepeatedPieces {
    /** In a pattern {@code #} is a text, {@code $} a number or another word, {@code |} the end of a line. */
    static final List<String> EVENTS = List.of(
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
            "data: [DONE]||");

    static final List<String> LINES = List.of(
            "{'model':'llama3.2','created_at':'#','message':{'role':'assistant','content':'#'},'done':false}|",
            "{'model':'llama3.2','response':'#','done':false}|",
            "{'message':{'content':'','thinking':'#'},'eval_count':$,'logprobs':[$]}|",
            " {'a' : [ 1 , '#' , $ ] } |",
            "{'done':true}{'x':$}|",
            "['#',$]|",
            "'#'|",
            "$|",
            "|",
            "{'split':|'#',|'n':$}|");

    /** Each behind another. */
    static final List<String> ELEMENTS = List.of(
            ",|{|  'candidates': [{|    'content': {'parts': [{'text': '#'}], 'role': 'model'}|  }],|  'n': $|}",
            "|,{'candidates':[{'content':{'parts':[{'text':'#'}]}}],'usageMetadata':{'total':$,'thoughts':$}}",
            ",{'text':'#'}",
            ",{'embedding':'#','e':[$],'t':'#'}",
            ", $, {'text':'#'}",
            ",['#',$]",
            ",'#'",
            ",$",
            "]|[{}");

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
    private final List<String> patterns;
    private final String lineEnd;

    RepeatedPieces(Random random, List<String> patterns) {
        this.random = random;
        this.patterns = patterns;
        this.lineEnd = new String[] {"\n", "\n", "\n", "\r\n", "\r"}[random.nextInt(5)];
    }

    byte[] damagedStream() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        String usual = any();
        int damage = random.nextInt(4) == 0 ? 3 : 60;
        for (int pieces = 1 + random.nextInt(100); pieces > 0; pieces--) {
            String pattern = random.nextInt(damage) == 0 ? any() : usual;
            byte[] piece = filled(pattern, lineEnd, random, RARELY).getBytes(UTF_8);
            stream.writeBytes(random.nextInt(damage) == 0 ? damaged(piece) : piece);
        }
        return stream.toByteArray();
    }

    private String any() {
        return patterns.get(random.nextInt(patterns.size()));
    }

    /**
     * The piece of a pattern.
     *
     * @param odd how many values there are for each one that is wrong or of another kind
     */
    static String filled(String pattern, String lineEnd, Random random, int odd) {
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '#' -> piece.append(TEXTS[random.nextInt(random.nextInt(odd) == 0 ? TEXTS.length : USUAL_TEXTS)]);
                case '$' -> piece.append(WORDS[random.nextInt(random.nextInt(odd) == 0 ? WORDS.length : USUAL_WORDS)]);
                case '|' -> piece.append(lineEnd);
                case '\'' -> piece.append('"');
                default -> piece.append(c);
            }
        }
        return piece.toString();
    }

    byte[] damaged(byte[] piece) {
        int at = random.nextInt(piece.length);
        int to = Math.min(piece.length, at + 1 + random.nextInt(8));
        byte[] damaged = piece.clone();
        switch (random.nextInt(4)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged[at] = (byte) "{}[]\",:\\\n\r 0e-u".charAt(random.nextInt(15));
            case 2 -> damaged = Arrays.copyOf(piece, at);
            default -> {
                System.arraycopy(piece, to, damaged, at, piece.length - to);
                damaged = Arrays.copyOf(damaged, piece.length - (to - at));
            }
        }
        return damaged;
    }
}
