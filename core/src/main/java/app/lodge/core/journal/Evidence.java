package app.lodge.core.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What whoever sees one journal row needs to prove by themselves that it stands where it does
/// (`docs/journal-format.md`): see {@link Inclusion}. Bytes are upper-case hexadecimal.
///
/// @param site the site's id, part of what is signed
/// @param operatorId of the row: its hash covers it
/// @param previous the hash of the row before; zeros before the first
/// @param seal the one that covers the row; null as long as there is none
/// @param path from the row's leaf up to the seal's root (RFC 6962 §2.1.1); empty without a seal
public record Evidence(
        String site, long operatorId, String previous, @Nullable Seal seal, List<String> path) {

    public Evidence {
        path = List.copyOf(path);
    }
}
