package app.lodge.core.watch;

import app.lodge.core.books.Problem;
import app.lodge.core.watch.Reach.HookReach;
import app.lodge.core.watch.Reach.MailReach;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is wrong with a rule, or with how people are to be reached.
final class WatchCheck {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,190}");
    private static final int MOST_ADDRESSES = 20;
    private static final int LONGEST_PLACE = 120;
    private static final int LONGEST_ESCALATION = 10_080;

    private WatchCheck() {}

    static List<Problem> rule(Rule rule) {
        var problems = new ArrayList<Problem>();
        var matter = rule.matter();
        if (rule.threshold() < matter.lowest() || rule.threshold() > matter.highest()) {
            problems.add(
                    Problem.of(
                            "threshold",
                            rule.threshold(),
                            "watch.threshold-range",
                            matter.lowest(),
                            matter.highest()));
        }
        if (rule.place().length() > LONGEST_PLACE) {
            problems.add(Problem.of("place", rule.place(), "watch.too-long", LONGEST_PLACE));
        }
        if (rule.channels().isEmpty()) {
            problems.add(Problem.of("channels", "", "watch.no-channel"));
        }
        if ((rule.quietFrom() == null) != (rule.quietUntil() == null)) {
            problems.add(Problem.of("quiet", "", "watch.quiet-half"));
        }
        if (rule.escalateAfterMinutes() < 0 || rule.escalateAfterMinutes() > LONGEST_ESCALATION) {
            problems.add(
                    Problem.of(
                            "escalate",
                            rule.escalateAfterMinutes(),
                            "watch.threshold-range",
                            0,
                            LONGEST_ESCALATION));
        }
        return problems;
    }

    static List<Problem> mail(MailReach mail) {
        var problems = new ArrayList<Problem>();
        var server = mail.server();
        if (!HOST.matcher(server.host()).matches()) {
            problems.add(Problem.of("host", server.host(), "watch.host"));
        }
        if (server.port() < 1 || server.port() > 65_535) {
            problems.add(Problem.of("port", server.port(), "watch.threshold-range", 1, 65_535));
        }
        if (server.security() == Outlets.MailSecurity.NONE
                && !Address.HERE.contains(server.host())) {
            problems.add(Problem.of("security", server.host(), "watch.mail-in-clear"));
        }
        if (server.user().length() > 120
                || server.user().chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.of("user", server.user(), "watch.too-long", 120));
        }
        Address.mail("from", server.from(), problems);
        if (mail.to().isEmpty()) {
            problems.add(Problem.of("to", "", "watch.no-address"));
        }
        if (mail.to().size() + mail.last().size() > MOST_ADDRESSES) {
            problems.add(Problem.of("to", mail.to().size(), "watch.too-many", MOST_ADDRESSES));
        }
        mail.to().forEach(to -> Address.mail("to", to, problems));
        mail.last().forEach(to -> Address.mail("last", to, problems));
        return problems;
    }

    static List<Problem> hook(HookReach hook, @Nullable String secret, boolean secretStored) {
        var problems = new ArrayList<Problem>();
        Address.hook("address", hook.address(), problems);
        Address.secret(secret, secretStored, problems);
        return problems;
    }
}
