package app.lodge.reports.privacy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The lines of a paper in sections: label and value, or a paragraph, or a picture.
public final class Lines {

    private final List<Map<String, String>> rows = new ArrayList<>();

    public Lines section(String title) {
        rows.add(Map.of("section", title));
        return this;
    }

    /// Left out where there is no value.
    public Lines line(String label, String value) {
        if (!value.isEmpty()) {
            rows.add(Map.of("label", label, "value", value));
        }
        return this;
    }

    public Lines paragraph(String text) {
        rows.add(Map.of("paragraph", text));
        return this;
    }

    /// @param jpeg or any other picture that Java reads
    public Lines picture(byte[] jpeg) {
        rows.add(Map.of("picture", Base64.getEncoder().encodeToString(jpeg)));
        return this;
    }

    public List<Map<String, String>> rows() {
        return rows;
    }
}
