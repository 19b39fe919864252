package app.lodge.desktop.commandline;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkRight;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a link gives, and until when (ID-25).
final class LinkOptions {

    @Option(
            names = "--rights",
            split = ",",
            paramLabel = "RIGHT",
            descriptionKey = "selfservice.rights")
    List<String> rights = List.of("view");

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "selfservice.until")
    String until = "";

    @Option(names = "--own", descriptionKey = "selfservice.own")
    boolean own;

    @Option(names = "--until-majority", descriptionKey = "selfservice.majority")
    boolean atMajority;

    Link.Wanted wanted(AccountId account) {
        return new Link.Wanted(account, rights(rights), own, day(until), atMajority);
    }

    static Set<LinkRight> rights(List<String> typed) {
        var rights = EnumSet.noneOf(LinkRight.class);
        typed.forEach(one -> rights.add(Values.choice("--rights", one, LinkRight.class)));
        return rights;
    }

    static @Nullable LocalDate day(String typed) {
        return typed.isEmpty() ? null : Values.day("--until", typed);
    }
}
