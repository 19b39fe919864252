package app.lodge.desktop.commandline;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.texts.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Runs command lines against doors that a test scripts verb by verb, and notes every call.
///
/// A verb without a script fails the test: nothing is asked of a site behind the test's back.
final class CommandRun {

    private final Map<String, Function<List<Object>, Object>> scripts = new HashMap<>();
    private final Path home;
    private final Locale language;
    private char[] password = "secret".toCharArray();
    final List<String> calls = new ArrayList<>();
    final List<String> programs = new ArrayList<>();
    String out = "";
    String err = "";

    CommandRun(Path home, Locale language) {
        this.home = home;
        this.language = language;
    }

    /// @param verb such as `People.list`; its arguments come without the actor
    CommandRun answering(String verb, Function<List<Object>, Object> script) {
        scripts.put(verb, script);
        return this;
    }

    CommandRun withoutTerminal() {
        password = new char[0];
        return this;
    }

    /// The scripted doors themselves, for a command that is asked without words.
    Doors doors() {
        return new Scripted();
    }

    /// What one command makes of one answer, past the words that would lead to it.
    int show(Function<Session, Answer> command) {
        return captured(terminal -> {
            var session =
                    new Session(terminal, new SharedOptions(), (_, _, _, _) -> new Scripted());
            return session.print(command.apply(session));
        });
    }

    int run(String... words) {
        return captured(terminal ->
                new Commands(terminal, (_, _, _, _) -> new Scripted(), new Noted()).run(words));
    }

    /// `lodge` without a word, where the desktop does what the test says.
    int alone(ToIntFunction<Path> desktop) {
        return captured(terminal ->
                OpenDesktop.alone(
                        terminal,
                        (_, _, _, _) -> new Scripted(),
                        new Noted() {
                            @Override
                            public int desktop(Path siteHome) {
                                super.desktop(siteHome);
                                return desktop.applyAsInt(siteHome);
                            }
                        }));
    }

    private int captured(ToIntFunction<Terminal> work) {
        var outText = new StringWriter();
        var errText = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(outText),
                        new PrintWriter(errText),
                        new Texts(language),
                        _ ->
                                password.length == 0
                                        ? Optional.empty()
                                        : Optional.of(password.clone()),
                        home,
                        "desk-1");
        var status = work.applyAsInt(terminal);
        terminal.out().flush();
        terminal.err().flush();
        out = outText.toString();
        err = errText.toString();
        return status;
    }

    private final class Scripted implements Doors {

        @Override
        public <D> D door(Class<D> door) {
            return door.cast(
                    Proxy.newProxyInstance(
                            door.getClassLoader(),
                            new Class<?>[] {door},
                            (_, method, arguments) -> {
                                var verb = door.getSimpleName() + "." + method.getName();
                                calls.add(verb);
                                var script = scripts.get(verb);
                                if (script == null) {
                                    throw new AssertionError("Nobody expected " + verb);
                                }
                                var given = new ArrayList<>(java.util.Arrays.asList(arguments));
                                given.removeFirst();
                                return script.apply(given);
                            }));
        }

        @Override
        public Actor actor() {
            return new Actor(7, "anna", Role.ADMINISTRATOR, "desk-1");
        }

        @Override
        public void close() {}
    }

    private class Noted implements Programs {

        @Override
        public int desktop(Path siteHome) {
            programs.add("desktop " + siteHome);
            return 0;
        }

        @Override
        public int bridge(Terminal terminal, Path siteHome) {
            programs.add("bridge " + siteHome);
            return 0;
        }

        @Override
        public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> siteHome) {
            programs.add("demo " + headless.isPresent());
            return 0;
        }
    }
}
