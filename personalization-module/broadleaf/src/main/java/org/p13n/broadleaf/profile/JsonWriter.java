package org.p13n.broadleaf.profile;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes JSON piece by piece, so that a large document needs no memory. Whoever uses it closes what he opens. */
final class JsonWriter {
    private static final int LAST_CONTROL = 0x1f;

    private final Writer out;
    private final Deque<Boolean> empty = new ArrayDeque<>();
    private boolean named;

    JsonWriter(Writer out) {
        this.out = out;
    }

    JsonWriter beginObject() throws IOException {
        return begin('{');
    }

    JsonWriter endObject() throws IOException {
        return end('}');
    }

    JsonWriter beginArray() throws IOException {
        return begin('[');
    }

    JsonWriter endArray() throws IOException {
        return end(']');
    }

    /** The name of the value that comes next. */
    JsonWriter name(String name) throws IOException {
        separate();
        quote(name);
        out.write(": ");
        named = true;
        return this;
    }

    JsonWriter value(String text) throws IOException {
        if (text == null) {
            return raw("null");
        }
        before();
        quote(text);
        return this;
    }

    JsonWriter value(long number) throws IOException {
        return raw(Long.toString(number));
    }

    JsonWriter value(boolean flag) throws IOException {
        return raw(Boolean.toString(flag));
    }

    /** Rounded to four decimals; JSON knows no number for what is none. */
    JsonWriter value(double number) throws IOException {
        return raw(Double.isFinite(number) ? Double.toString(Math.round(number * 10_000) / 10_000.0) : "null");
    }

    private JsonWriter raw(String token) throws IOException {
        before();
        out.write(token);
        return this;
    }

    private JsonWriter begin(char bracket) throws IOException {
        before();
        out.write(bracket);
        empty.push(true);
        return this;
    }

    private JsonWriter end(char bracket) throws IOException {
        if (!empty.pop()) {
            newLine();
        }
        out.write(bracket);
        return this;
    }

    private void before() throws IOException {
        if (named) {
            named = false;
        } else {
            separate();
        }
    }

    private void separate() throws IOException {
        if (empty.isEmpty()) {
            return;
        }
        if (!empty.pop()) {
            out.write(',');
        }
        empty.push(false);
        newLine();
    }

    private void newLine() throws IOException {
        out.write('\n');
        for (int depth = 0; depth < empty.size(); depth++) {
            out.write("  ");
        }
    }

    /** Escapes what JSON demands, and what a browser might take for markup if somebody shows the document on a page. */
    private void quote(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '"' -> out.write("\\\"");
                case '\\' -> out.write("\\\\");
                case '\n' -> out.write("\\n");
                case '\r' -> out.write("\\r");
                case '\t' -> out.write("\\t");
                default -> {
                    if (next <= LAST_CONTROL || "<>&\u2028\u2029".indexOf(next) >= 0 || Character.isSurrogate(next)) {
                        out.write("\\u%04x".formatted((int) next));
                    } else {
                        out.write(next);
                    }
                }
            }
        }
        out.write('"');
    }
}
