package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedField.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Fields of one place: inside it, beside one another, and long enough for what they hold.
record FieldChecks(Findings found) {

    /// @param length bytes of the place
    void run(String path, List<PlannedField> fields, int length) {
        var before = new ArrayList<PlannedField>();
        var names = new HashSet<String>();
        for (var field : fields) {
            var at = path + "/" + field.name();
            if (field.name().isBlank() || field.name().length() > 30) {
                found.blocks(at + ".name", field.name(), "plan.place-name");
            } else if (!names.add(field.name())) {
                found.blocks(at + ".name", field.name(), "plan.twice");
            }
            if (field.offset() < 0 || field.length() < 1 || field.end() > length) {
                found.blocks(
                        at + ".offset",
                        field.offset() + "+" + field.length(),
                        "plan.outside",
                        length);
            }
            for (var other : before) {
                if (field.offset() < other.end() && other.offset() < field.end()) {
                    found.blocks(at + ".offset", field.offset(), "plan.overlap", other.name());
                }
            }
            before.add(field);
            content(at, field);
        }
    }

    private void content(String at, PlannedField field) {
        var forms = FieldBytes.forms(field.content());
        if (!forms.contains(field.form())) {
            found.blocks(at + ".form", field.form(), "plan.form", forms);
        }
        boolean sound =
                switch (field.content()) {
                    case Content.Constant(var hex) ->
                            !hex.isEmpty() && hex.matches("([0-9A-F]{2})*");
                    case Content.WebAddress(var address) ->
                            address.matches("https?://[!-~]{3,120}");
                    case Content.Words(var text) -> !text.isEmpty() && text.length() <= 200;
                    case Content.CardNumber _,
                            Content.PersonNumber _,
                            Content.IssueNumber _,
                            Content.KeyVersion _,
                            Content.SiteCode _,
                            Content.ChipNumber _,
                            Content.ValidUntil _,
                            Content.CheckBytes _ ->
                            true;
                };
        if (!sound) {
            found.blocks(at + ".content", given(field.content()), "plan.content");
            return;
        }
        int least = FieldBytes.least(field);
        boolean exact = field.content() instanceof Content.CheckBytes;
        if (field.length() < least || exact && field.length() != least) {
            found.blocks(at + ".length", field.length(), "plan.too-short", least);
        }
        if (exact && field.offset() == 0) {
            found.blocks(at + ".offset", 0, "plan.check-first");
        }
    }

    private static String given(Content content) {
        return switch (content) {
            case Content.Constant(var hex) -> hex;
            case Content.WebAddress(var address) -> address;
            case Content.Words(var text) -> text;
            case Content.CardNumber _,
                    Content.PersonNumber _,
                    Content.IssueNumber _,
                    Content.KeyVersion _,
                    Content.SiteCode _,
                    Content.ChipNumber _,
                    Content.ValidUntil _,
                    Content.CheckBytes _ ->
                    "";
        };
    }
}
