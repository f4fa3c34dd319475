package org.p13n.broadleaf.event.beacon;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Bodies that no browser of ours sends, from noise to what is nearly right. */
final class Malformed {
    private static final String[] WORDS = {
        "s",
        "c",
        "d",
        "q",
        "x",
        "",
        " ",
        "1",
        "0",
        "-1",
        "4242",
        "4243",
        "9223372036854775807",
        "9223372036854775808",
        "1e3",
        "0x1",
        "١",
        "\u0000",
        "\t",
        "%31",
        "<script>",
        "'--",
        "NaN",
        "null",
        "{}",
        "[1,2]",
        "\uD800",
        "1 ",
        "3601"
    };

    private Malformed() {}

    static byte[] body(SplittableRandom random, String token, long listId) {
        return switch (random.nextInt(6)) {
            case 0 -> noise(random, random.nextInt(200));
            case 1 -> text(random, "1 " + token.substring(0, random.nextInt(token.length())) + "\n");
            case 2 -> text(random, "1 " + token + "\n");
            case 3 -> bytes("1 " + token + "\nc " + listId + " " + (4 + random.nextInt(1_000_000)));
            case 4 -> bytes("1 " + token + "\nd " + random.nextInt(11, 1_000_000) + " " + random.nextInt());
            default ->
                bytes("1 " + token + "\ns " + random.nextLong(4_243, Long.MAX_VALUE)
                        + " 1\n".repeat(random.nextInt(90)));
        };
    }

    private static byte[] text(SplittableRandom random, String start) {
        StringBuilder text = new StringBuilder(start);
        for (int word = random.nextInt(40); word > 0; word--) {
            // never "s 4242 n" or the like: the list's own number is followed by a letter
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(4) == 0 ? "\n" : "z ");
        }
        return bytes(text.toString());
    }

    private static byte[] noise(SplittableRandom random, int length) {
        byte[] noise = new byte[random.nextInt(1_000) == 0 ? 9_000 : length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
