package app.lodge.core.encodingplans;

import app.lodge.core.doors.Json;
import java.util.List;

/// What stands on a medium, as a document: which chip, its applications and files, sectors or pages,
/// which keys by purpose, what each field holds, and what is read back (ID-47).
///
/// Keys are named by purpose and version and grow from the site's key tree; no plan holds a key. The
/// canonical form is JSON with keys in alphabetical order and no white space; it is what is signed.
///
/// @param name 1 to 30 of a-z, 0-9 and -
/// @param version from 1; a draft has the one that it will be published with
/// @param note what it is for, for people; may be empty
/// @param readBack names of the places (files, blocks, areas) that are read back after writing
/// @param irreversible what the plan does that can never be undone, named here a second time
public record EncodingPlan(
        String name,
        int version,
        String note,
        PlannedMedium medium,
        List<String> readBack,
        List<Irreversible> irreversible) {

    public EncodingPlan {
        readBack = List.copyOf(readBack);
        irreversible = List.copyOf(irreversible);
    }

    /// `lodge-id@1`
    public String reference() {
        return name + "@" + version;
    }

    public EncodingPlan withVersion(int next) {
        return new EncodingPlan(name, next, note, medium, readBack, irreversible);
    }

    /// One text for one plan.
    public String canonical() {
        return Json.text(this, EncodingPlan.class);
    }

    /// The same for people's eyes.
    public String pretty() {
        return Json.pretty(this, EncodingPlan.class);
    }
}
