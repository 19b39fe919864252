package app.lodge.personalization.numbers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cuts what a serial reader sends into numbers, whatever pieces it arrives in.
///
/// Two forms are published and cover nearly all readers: between STX and ETX ten hex digits and a check
/// byte (ID Innovations ID-12LA and ID-20LA data sheet, ASCII; RDM6300), and a line of text that CR or LF
/// ends. A frame whose check byte is wrong is noise.
final class NumberFrames {

    private static final int START = 0x02;
    private static final int END = 0x03;
    private static final int LONGEST = 64;

    /// Five bytes and the XOR of them, in hex.
    private static final Pattern CHECKED = Pattern.compile("[0-9A-Fa-f]{12}");

    private static final int NUMBER = 10;

    private final StringBuilder line = new StringBuilder();
    private final Deque<String> numbers = new ArrayDeque<>();
    private boolean framed;

    void put(byte[] bytes) {
        for (byte each : bytes) {
            put(each & 0xFF);
        }
    }

    private void put(int each) {
        boolean ends = each == END || !framed && (each == '\r' || each == '\n');
        if (each == START) {
            line.setLength(0);
            framed = true;
        } else if (ends) {
            end();
        } else if (each >= ' ' && each < 0x7F && line.length() < LONGEST) {
            line.append((char) each);
        }
    }

    private void end() {
        var text = line.toString().strip();
        line.setLength(0);
        boolean checked = framed && CHECKED.matcher(text).matches();
        framed = false;
        if (checked) {
            checked(text).ifPresent(numbers::add);
        } else if (!text.isEmpty()) {
            numbers.add(text);
        }
    }

    /// As hex, which figures alone would not be taken for.
    private static Optional<String> checked(String text) {
        byte[] all = HexFormat.of().parseHex(text);
        int check = 0;
        for (byte each : all) {
            check ^= each;
        }
        return check == 0 ? Optional.of("0x" + text.substring(0, NUMBER)) : Optional.empty();
    }

    /// The oldest that was not asked for yet.
    Optional<String> next() {
        return Optional.ofNullable(numbers.poll());
    }
}
