package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.desktop.shell.Message;
import java.util.List;

/// Runs a plan on a virtual blank.
public interface Trial {

    /// @throws Exception if the plan cannot be written as it is
    Told run(EncodingPlan plan) throws Exception;

    /// @param steps what was intended, one by one
    /// @param commands each one to the card, in words
    /// @param card what stands on it then, and what it took
    record Told(List<Message> steps, List<Message> commands, List<Message> card) {
        public Told {
            steps = List.copyOf(steps);
            commands = List.copyOf(commands);
            card = List.copyOf(card);
        }

        /// Nothing was tried.
        public static Told only(List<Message> why) {
            return new Told(List.of(), List.of(), why);
        }
    }
}
