package app.lodge.personalization.ipp;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What came back. Collections are passed over: nothing here asks for one.
///
/// @param status RFC 8011 appendix B; below 0x0100 it was done
/// @param groups in their order
record IppAnswer(int status, List<Group> groups) {

    private static final int DONE_BELOW = 0x0100;

    /// @param delimiter what kind of thing it describes
    /// @param values whole numbers, truths and texts; whatever else is left out
    record Group(int delimiter, Map<String, List<Object>> values) {

        List<String> texts(String name) {
            return all(name, String.class);
        }

        List<Integer> numbers(String name) {
            return all(name, Integer.class);
        }

        int number(String name, int otherwise) {
            var numbers = numbers(name);
            return numbers.isEmpty() ? otherwise : numbers.getFirst();
        }

        String text(String name) {
            var texts = texts(name);
            return texts.isEmpty() ? "" : texts.getFirst();
        }

        boolean holds(String name, boolean otherwise) {
            var truths = all(name, Boolean.class);
            return truths.isEmpty() ? otherwise : truths.getFirst();
        }

        private <T> List<T> all(String name, Class<T> kind) {
            return values.getOrDefault(name, List.of()).stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }
    }

    boolean done() {
        return status < DONE_BELOW;
    }

    List<Group> groups(int delimiter) {
        return groups.stream().filter(group -> group.delimiter() == delimiter).toList();
    }

    /// The first of a kind; an empty one if there is none.
    Group first(int delimiter) {
        var all = groups(delimiter);
        return all.isEmpty() ? new Group(delimiter, Map.of()) : all.getFirst();
    }

    /// @throws IOException if these bytes are no answer
    static IppAnswer read(byte[] bytes) throws IOException {
        try {
            var in = ByteBuffer.wrap(bytes);
            in.getShort();
            int status = in.getShort();
            in.getInt();
            var groups = new ArrayList<Group>();
            int tag = in.get();
            while (tag != IppTag.END) {
                if (tag < 0 || tag >= IppTag.FIRST_VALUE) {
                    throw new IOException(
                            "IPP: a value of kind %d stands in no group".formatted(tag));
                }
                var values = new LinkedHashMap<String, List<Object>>();
                groups.add(new Group(tag, values));
                tag = values(in, values);
            }
            return new IppAnswer(status & 0xFFFF, List.copyOf(groups));
        } catch (BufferUnderflowException e) {
            throw new IOException(
                    "IPP: an answer of %d bytes broke off".formatted(bytes.length), e);
        }
    }

    /// @return the delimiter that ended the group
    private static int values(ByteBuffer in, Map<String, List<Object>> values) {
        int depth = 0;
        var name = "";
        while (true) {
            int tag = in.get();
            if (tag >= 0 && tag < IppTag.FIRST_VALUE) {
                return tag;
            }
            var spelled = text(in);
            if (depth == 0 && !spelled.isEmpty()) {
                name = spelled;
            }
            var value = new byte[in.getShort() & 0xFFFF];
            in.get(value);
            if (tag == IppTag.BEGIN_COLLECTION) {
                depth++;
            } else if (tag == IppTag.END_COLLECTION) {
                depth--;
            } else if (depth == 0) {
                put(values.computeIfAbsent(name, _ -> new ArrayList<>()), tag, value);
            }
        }
    }

    private static void put(List<Object> values, int tag, byte[] value) {
        if ((tag == IppTag.INTEGER || tag == IppTag.ENUM) && value.length == Integer.BYTES) {
            values.add(ByteBuffer.wrap(value).getInt());
        } else if (tag == IppTag.BOOLEAN && value.length == 1) {
            values.add(value[0] != 0);
        } else if (tag >= IppTag.FIRST_TEXT && tag < IppTag.MEMBER) {
            values.add(new String(value, StandardCharsets.UTF_8));
        }
    }

    private static String text(ByteBuffer in) {
        var bytes = new byte[in.getShort() & 0xFFFF];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
