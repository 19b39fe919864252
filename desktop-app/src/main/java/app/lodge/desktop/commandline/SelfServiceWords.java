package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.selfservice.Login;
import app.lodge.core.selfservice.LoginId;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.selfservice.SelfService.LoginOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What commands say of logins and links.
final class SelfServiceWords {

    private final Session session;

    SelfServiceWords(Session session) {
        this.session = session;
    }

    /// By number, or by the whole address.
    ///
    /// @throws Refusal if there is none
    static LoginId login(Doors doors, String typed) {
        var selfService = doors.door(SelfService.class);
        var found =
                typed.contains("@")
                        ? selfService.named(doors.actor(), typed)
                        : selfService.find(
                                doors.actor(), new LoginId(Values.number("LOGIN", typed)));
        return found.map(Login::id)
                .orElseThrow(() -> new Refusal("cli.selfservice.no-login", Values.shown(typed)));
    }

    Answer of(LoginOutcome outcome) {
        return switch (outcome) {
            case LoginOutcome.Done(var login) ->
                    new Answer.Done(
                            Map.of("login", login),
                            List.of(
                                    session.text(
                                            "cli.selfservice.login",
                                            String.valueOf(login.id().number()),
                                            Values.shown(login.email()),
                                            Values.kebab(login.state()))));
            case LoginOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    Answer of(LinkOutcome outcome) {
        return switch (outcome) {
            case LinkOutcome.Asked(var link, var until) ->
                    new Answer.Done(
                            Map.of("link", link, "validUntil", until),
                            List.of(
                                    session.text(
                                            "cli.selfservice.asked",
                                            String.valueOf(link.id()),
                                            until.toString())));
            case LinkOutcome.Done(var link) ->
                    new Answer.Done(Map.of("link", link), List.of(line(link)));
            case LinkOutcome.OnlyAtTheDesk() -> Answer.refused("cli.selfservice.only-at-the-desk");
            case LinkOutcome.Barred(var until) ->
                    Answer.refused("cli.selfservice.barred", until.toString());
            case LinkOutcome.WrongCode(int left) ->
                    Answer.refused("cli.selfservice.wrong-code", left);
            case LinkOutcome.NoCode() -> Answer.refused("cli.selfservice.no-code");
            case LinkOutcome.TooMany(var again) ->
                    Answer.refused("cli.selfservice.too-many", again.toString());
            case LinkOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    static String line(Link link) {
        return "%6d  %6d  %8d  %-6s  %-4s  %-28s  %-10s  %s"
                .formatted(
                        link.id(),
                        link.login().number(),
                        link.account().number(),
                        Values.kebab(link.state()),
                        link.own() ? "own" : "",
                        link.rights().stream()
                                .sorted()
                                .map(Values::kebab)
                                .collect(Collectors.joining(",")),
                        link.lastDay() == null ? "" : link.lastDay(),
                        Values.kebab(link.proof()));
    }
}
