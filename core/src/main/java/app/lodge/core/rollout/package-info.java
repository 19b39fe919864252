/// Programs, images and messages for devices, and how they reach them: stage by stage, within their time,
/// stopped by failures, taken back (ID-60, SAFE-52 to SAFE-56). Open {@code Rollouts} first.
@NullMarked
package app.lodge.core.rollout;

import org.jspecify.annotations.NullMarked;
